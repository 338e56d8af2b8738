package fi.kaiku.terminal.config;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The panel in front of a station's customer or clerk: what its page needs to make a button 20 mm
 * high and a letter large enough to be read (EN 301 549, 5.1.4).
 *
 * @param pxPerMm CSS pixels a millimetre; empty lets the page guess by the number of pixels
 * @param viewingDistanceMm from the eye to the panel; empty lets the page guess
 */
public record ScreenConfig(Optional<BigDecimal> pxPerMm, Optional<Integer> viewingDistanceMm) {
  private static final BigDecimal PX_PER_MM_MIN = BigDecimal.valueOf(2);

  /** Telephones have finer pixels, but theirs are several to a CSS pixel. */
  private static final BigDecimal PX_PER_MM_MAX = BigDecimal.valueOf(20);

  private static final int DISTANCE_MIN = 250;
  private static final int DISTANCE_MAX = 1500;

  static ScreenConfig read(Section screen) {
    Optional<BigDecimal> pxPerMm =
        screen.optional(
            "px-per-mm",
            ValueKinds.decimal(PX_PER_MM_MIN, PX_PER_MM_MAX).map(Optional::of),
            Optional.empty());
    Optional<Integer> distance =
        screen.optional(
            "viewing-distance-mm",
            ValueKinds.whole(DISTANCE_MIN, DISTANCE_MAX).map(Optional::of),
            Optional.empty());
    screen.end();
    return new ScreenConfig(pxPerMm, distance);
  }
}
