package fi.kaiku.hub.api;

import java.util.List;

/** What each listener serves; nothing of it is called here. */
public final class ListedRoutes {
  private static final HubApi PARTS =
      new HubApi(null, null, null, null, null, null, null, null, null, null);

  private ListedRoutes() {}

  public static List<String> ofTerminals() {
    return PARTS.terminalRoutes().listed();
  }

  public static List<String> ofAdmin() {
    return PARTS.adminRoutes().listed();
  }
}
