package fi.kaiku.provisioning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The made-up cards of the demo: one for each case that a clerk meets, and a few hundred others.
 * The ids stay the same from day to day, the dates follow the day.
 */
final class DemoCards {
  /** As many as a small town has. */
  private static final int OTHERS = 400;

  /** Each so many of the others is a community card. */
  private static final int COMMUNITY_EACH = 25;

  /** Fixed, so that the same ids come each time. */
  static final long SEED = 20240108;

  private static final String ID_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int ID_LENGTH = 10;
  private static final int CHILDREN_MOST = 4;

  /**
   * A line of the registry.
   *
   * @param days of validity left on the day of the demo; negative after its end
   */
  private record Line(
      String id, String kind, int issuedDaysAgo, int days, String state, int children) {
    String csv(LocalDate today) {
      return "%s,%s,%s,%s,%s,%d"
          .formatted(
              id, kind, today.minusDays(issuedDaysAgo), today.plusDays(days), state, children);
    }
  }

  /**
   * A button of the demo's panel.
   *
   * @param code what the card is like, for the words on the button
   * @param text what is in its code
   */
  record Sample(String code, String text) {}

  private static final List<Line> CASES =
      List.of(
          new Line("7HKQ2M9XB4", "personal", 100, 265, "active", 0),
          new Line("R3TW8ZC5NP", "personal", 60, 305, "active", 3),
          new Line("D6VY1JF0GL", "personal", 400, -12, "active", 1),
          new Line("X9BE4SA7UK", "personal", 200, 165, "ended", 2),
          new Line("M2PC6ND8HW", "personal", 150, 215, "withdrawn", 0),
          new Line("Q5ZR0TK3VJ", "personal", -1, 366, "active", 0),
          new Line("C8LX7WG1YB", "community", 300, 65, "active", 0),
          new Line("F4UA9HE6SD", "personal", 30, 335, "active", 0),
          new Line("T1JN5QM2ZR", "personal", 210, 155, "active", 2));

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("good", "7HKQ2M9XB4"),
          new Sample("children", "R3TW8ZC5NP"),
          new Sample("community", "C8LX7WG1YB"),
          new Sample("client", "F4UA9HE6SD"),
          new Sample("client", "T1JN5QM2ZR"),
          new Sample("expired", "D6VY1JF0GL"),
          new Sample("ended", "X9BE4SA7UK"),
          new Sample("withdrawn", "M2PC6ND8HW"),
          new Sample("not-yet-valid", "Q5ZR0TK3VJ"),
          new Sample("unknown", "W0GF3KD7LC"),
          new Sample("not-a-card", "https://kulttuuritalo.example/liput"));

  private DemoCards() {}

  static List<Sample> samples() {
    return SAMPLES;
  }

  /** The registry file, header first. */
  static String registryCsv(LocalDate today, RandomGenerator random) {
    List<Line> lines = new ArrayList<>(CASES);
    for (int i = 0; i < OTHERS; i++) {
      lines.add(made(random, i % COMMUNITY_EACH == 0 ? "community" : "personal"));
    }
    return "card_id,kind,issued_on,valid_until,state,children\n"
        + lines.stream().map(line -> line.csv(today) + "\n").collect(Collectors.joining());
  }

  /** The file from which the daemon takes the panel's buttons. */
  static String samplesCsv() {
    return "code,text\n"
        + SAMPLES.stream()
            .map(sample -> sample.code() + "," + sample.text() + "\n")
            .collect(Collectors.joining());
  }

  private static Line made(RandomGenerator random, String kind) {
    int issuedDaysAgo = random.nextInt(0, 365);
    int children = kind.equals("personal") ? random.nextInt(0, CHILDREN_MOST + 1) : 0;
    return new Line(id(random), kind, issuedDaysAgo, 365 - issuedDaysAgo, "active", children);
  }

  private static String id(RandomGenerator random) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
    }
    return id.toString();
  }
}
