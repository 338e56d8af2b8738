package fi.kaiku.terminal;

/** The daemon's wiring diagram. */
public final class TerminalMain {
  private TerminalMain() {}

  public static void main(String[] args) {
    System.out.println("terminal daemon: " + args.length + " arguments");
  }
}
