package fi.kaiku.device.fuzz;

/** What Jazzer calls; its one argument is the parser's name. */
public final class FuzzTarget {
  private static Parser parser;

  private FuzzTarget() {}

  public static void fuzzerInitialize(String[] arguments) {
    parser = Parser.named(arguments[0]);
  }

  public static void fuzzerTestOneInput(byte[] data) {
    parser.promise().accept(data);
  }
}
