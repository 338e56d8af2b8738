package fi.kaiku.terminal.api;

import fi.kaiku.terminal.sync.RegistryCheck;

/**
 * Schema {@code RegistryCheck}.
 *
 * @param changes cards that it has changed; null unless up to date
 * @param detail why there is no answer, or why fetching takes so long; null where there is nothing
 *     to say
 */
record RegistryCheckView(
    String outcome, Integer changes, long cards, RegistryView registry, String detail) {
  static RegistryCheckView of(
      RegistryCheck check, long cards, RegistryView registry, String trouble) {
    return switch (check) {
      case RegistryCheck.UpToDate(int changes) ->
          new RegistryCheckView("up-to-date", changes, cards, registry, null);
      case RegistryCheck.Fetching() ->
          new RegistryCheckView(
              "fetching", null, cards, registry, trouble.isEmpty() ? null : trouble);
      case RegistryCheck.NoAnswer(String what) ->
          new RegistryCheckView("no-answer", null, cards, registry, what);
      case RegistryCheck.NotEnrolled() ->
          new RegistryCheckView("not-enrolled", null, cards, registry, null);
    };
  }
}
