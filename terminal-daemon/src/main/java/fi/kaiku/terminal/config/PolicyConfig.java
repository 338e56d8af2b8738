package fi.kaiku.terminal.config;

import fi.kaiku.terminal.admission.Policy;
import fi.kaiku.terminal.admission.Policy.ChildrenAgeLimit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the area and the venue have decided.
 *
 * @param undoWindow how long an issued visit can be undone at once (R24)
 */
public record PolicyConfig(Policy policy, Duration undoWindow) {
  private static final int UNDO_SECONDS_DEFAULT = 30;

  /** Longer, and the customer is through the door with the ticket. */
  private static final int UNDO_SECONDS_MAX = 600;

  private static final int AGE_MAX = 30;

  static PolicyConfig read(Section policy, String venue) {
    Set<LocalDate> seen = new HashSet<>();
    List<ChildrenAgeLimit> limits =
        policy.sections(
            "children-age-limit",
            limit ->
                new ChildrenAgeLimit(
                    limit.required(
                        "from",
                        ValueKinds.date().once(seen, "stands there twice"),
                        LocalDate.EPOCH),
                    limit.required(
                        "under", ValueKinds.whole(1, AGE_MAX), Policy.DEFAULT_CHILDREN_UNDER)));
    boolean onCourses = policy.optional("children-on-courses", ValueKinds.trueOrFalse(), false);
    int undoSeconds =
        policy.optional(
            "undo-seconds", ValueKinds.whole(0, UNDO_SECONDS_MAX), UNDO_SECONDS_DEFAULT);
    policy.end();
    return new PolicyConfig(new Policy(venue, limits, onCourses), Duration.ofSeconds(undoSeconds));
  }
}
