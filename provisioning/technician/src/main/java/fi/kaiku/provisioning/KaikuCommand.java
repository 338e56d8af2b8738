package fi.kaiku.provisioning;

/** The technician's command line. */
public final class KaikuCommand {
  private KaikuCommand() {}

  public static void main(String[] args) {
    System.out.println("kaiku: " + args.length + " arguments");
  }
}
