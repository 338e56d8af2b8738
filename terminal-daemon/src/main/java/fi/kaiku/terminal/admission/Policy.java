package fi.kaiku.terminal.admission;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What an area or a venue has decided (R10, R11). Policy never touches validity (R6).
 *
 * @param venue our venue's id: an event of another organiser is an agent's sale (R23)
 * @param childrenOnCourses the area's exception to R10
 */
public record Policy(
    String venue, List<ChildrenAgeLimit> childrenAgeLimits, boolean childrenOnCourses) {
  /** Where no limit has begun yet (R11). */
  public static final int DEFAULT_CHILDREN_UNDER = 18;

  /** R14: a group above this is asked about; the employee is one of them. */
  public static final int SMALL_GROUP_MAX = 5;

  /** R18: at a kiosk; a desk has no limit. */
  public static final int KIOSK_ASSISTANTS_MAX = 2;

  /** R12, R16: always, whatever the children's age limit is. */
  public static final int CLIENTS_UNDER = 16;

  /** From this day on a child is somebody younger than {@code under}. */
  public record ChildrenAgeLimit(LocalDate from, int under) {}

  public Policy {
    childrenAgeLimits = List.copyOf(childrenAgeLimits);
  }

  /** R11: on this day a child is somebody younger than this; goes into the words on screen. */
  public int childrenUnder(LocalDate day) {
    return childrenAgeLimits.stream()
        .filter(limit -> !limit.from().isAfter(day))
        .max(Comparator.comparing(ChildrenAgeLimit::from))
        .map(ChildrenAgeLimit::under)
        .orElse(DEFAULT_CHILDREN_UNDER);
  }
}
