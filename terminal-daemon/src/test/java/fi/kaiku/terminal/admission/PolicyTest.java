package fi.kaiku.terminal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.admission.Policy.ChildrenAgeLimit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R11: whose children are children, and from when. */
class PolicyTest {
  private static final LocalDate CHANGE = LocalDate.of(2024, 1, 8);
  private static final Policy POLICY =
      new Policy(
          "us",
          List.of(
              new ChildrenAgeLimit(CHANGE, 17), new ChildrenAgeLimit(LocalDate.of(2020, 1, 1), 16)),
          false);

  @Test
  void aLimitHoldsFromItsFirstDay() {
    assertThat(POLICY.childrenUnder(CHANGE.minusDays(1))).isEqualTo(16);
    assertThat(POLICY.childrenUnder(CHANGE)).isEqualTo(17);
  }

  @Test
  void whereNoLimitHasBegunItIsEighteen() {
    assertThat(POLICY.childrenUnder(LocalDate.of(2019, 12, 31))).isEqualTo(18);
    assertThat(new Policy("us", List.of(), false).childrenUnder(CHANGE)).isEqualTo(18);
  }
}
