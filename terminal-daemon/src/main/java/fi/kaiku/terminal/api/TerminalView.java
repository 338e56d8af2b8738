package fi.kaiku.terminal.api;

import java.util.List;

/** Schema {@code Terminal}. */
record TerminalView(
    VenueView venue,
    List<StationPlanView> stations,
    List<String> languages,
    boolean virtualDevices,
    String version) {

  /** Ourselves. */
  record VenueView(String id, LocalisedTextView name) {}

  /** A station as the technician set it up; a device's name is null where it has none. */
  record StationPlanView(
      String name, String kind, String scanner, String printer, ScreenView screen) {}
}
