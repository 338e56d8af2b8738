package fi.kaiku.terminal.api;

import java.math.BigDecimal;

/**
 * Schema {@code Screen}: the panel as the technician measured it; null where nobody has.
 *
 * @param pxPerMm CSS pixels a millimetre
 */
public record ScreenView(BigDecimal pxPerMm, Integer viewingDistanceMm) {}
