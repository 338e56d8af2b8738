package fi.kaiku.kiosk;

/** The browser-facing process. */
public final class KioskMain {
  private KioskMain() {}

  public static void main(String[] args) {
    System.out.println("kiosk UI: " + args.length + " arguments");
  }
}
