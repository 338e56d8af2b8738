package fi.kaiku.terminal.api;

/** What the terminal is: venue, stations, languages. Set up once, never changes while it runs. */
final class TerminalRoutes {
  private final Answer answer;

  TerminalRoutes(TerminalView view) {
    this.answer = Answer.json(view);
  }

  void add(SocketRoutes routes) {
    routes.get("/v1/terminal", _ -> answer);
  }
}
