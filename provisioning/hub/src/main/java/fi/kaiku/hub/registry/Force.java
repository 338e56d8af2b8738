package fi.kaiku.hub.registry;

/** Whether the keeper insists on a list that looks wrong as a whole. */
public enum Force {
  NO,
  YES
}
