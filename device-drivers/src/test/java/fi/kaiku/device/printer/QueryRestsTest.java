package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A question that met silence rests longer each time, and comes back as soon as it is answered. */
class QueryRestsTest {
  private static final RealTimeQuery QUESTION = RealTimeQuery.PAPER_SENSOR;

  private final QueryRests rests = new QueryRests();

  private int roundsUntilDue() {
    int rounds = 0;
    while (!rests.isDue(QUESTION)) {
      rounds++;
    }
    return rounds;
  }

  @Test
  void itRestsTwiceAsLongEachTimeUpToALimit() {
    assertThat(roundsUntilDue()).isZero();
    for (int expected = 2; expected <= QueryRests.LONGEST_ROUNDS; expected *= 2) {
      rests.silent(QUESTION);
      assertThat(roundsUntilDue()).isEqualTo(expected);
    }
    for (int more = 0; more < 40; more++) {
      rests.silent(QUESTION);
    }
    assertThat(roundsUntilDue()).isEqualTo(QueryRests.LONGEST_ROUNDS);
  }

  @Test
  void anAnswerEndsTheRest() {
    rests.silent(QUESTION);
    rests.silent(QUESTION);
    rests.answered(QUESTION);
    assertThat(roundsUntilDue()).isZero();
    rests.silent(QUESTION);
    assertThat(roundsUntilDue()).isEqualTo(2);
  }

  @Test
  void oneSilenceMayBeASlowAnswer() {
    rests.silent(QUESTION);
    assertThat(rests.isStale(QUESTION)).isFalse();
    rests.silent(QUESTION);
    assertThat(rests.isStale(QUESTION)).isTrue();
    assertThat(rests.isStale(RealTimeQuery.OFFLINE_CAUSE)).isFalse();
  }
}
