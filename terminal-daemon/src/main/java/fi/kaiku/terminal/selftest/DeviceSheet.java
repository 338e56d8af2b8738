package fi.kaiku.terminal.selftest;

import java.util.List;

/**
 * What one device is.
 *
 * @param port its address as in {@code terminal.yaml}
 * @param model as it names itself; empty when nothing is known
 * @param abilities what it can do, or is set to
 */
public record DeviceSheet(String port, String model, List<Ability> abilities) {
  public DeviceSheet {
    abilities = List.copyOf(abilities);
  }

  /** One ability; both are words of the wire, the technician's command has names for them. */
  public record Ability(String name, String value) {}
}
