package fi.kaiku.kiosk;

/** The ways to press a button of the kiosk. */
enum KioskHand {
  TOUCH {
    @Override
    void press(OpenKiosk kiosk, String name) {
      kiosk.touch(name);
    }
  },
  KEYBOARD {
    @Override
    void press(OpenKiosk kiosk, String name) {
      walk(kiosk, name, "ArrowDown", "Enter");
    }
  },
  KEYPAD {
    @Override
    void press(OpenKiosk kiosk, String name) {
      walk(kiosk, name, "Numpad2", "Numpad5");
    }
  };

  private static final int STEPS_MAX = 25;

  /** A key acts once it has been alone for 80 ms; a move counts again after 250 ms. */
  private static final int KEY_MS = 270;

  abstract void press(OpenKiosk kiosk, String name);

  /** From where the focus is, key by key. */
  private static void walk(OpenKiosk kiosk, String name, String move, String choose) {
    kiosk.page.waitForSelector("[data-press='" + name + "']:visible");
    for (int step = 0; step < STEPS_MAX && !isAt(kiosk, name); step++) {
      kiosk.press(move);
      kiosk.page.waitForTimeout(KEY_MS);
    }
    if (!isAt(kiosk, name)) {
      throw new AssertionError(name + " can't be reached by " + move);
    }
    kiosk.apart();
    kiosk.press(choose);
    kiosk.pressedJustNow();
    kiosk.page.waitForTimeout(KEY_MS);
  }

  private static boolean isAt(OpenKiosk kiosk, String name) {
    return kiosk.page.evaluate("document.activeElement?.dataset?.press ?? ''").equals(name);
  }
}
