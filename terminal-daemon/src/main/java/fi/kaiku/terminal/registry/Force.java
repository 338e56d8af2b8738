package fi.kaiku.terminal.registry;

/** Whether a technician insists on a registry file that looks wrong as a whole. */
public enum Force {
  NO,
  YES
}
