package fi.kaiku.device.printer;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;

/**
 * Makes text printable on one code page. In the result every character is one byte and one column;
 * what the page lacks is replaced by what a reader would write instead (EUR for €, e for é), and
 * only as the last resort by a question mark. Owner thread or caller of the encoder; not shared.
 */
final class PageText {
  private static final char UNPRINTABLE = '?';

  private final CodePage page;
  private final CharsetEncoder encoder;

  PageText(CodePage page) {
    this.page = page;
    this.encoder = page.charset().newEncoder();
  }

  /** The text as this page can print it. */
  String fit(String text) {
    StringBuilder fitted = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> appendFitted(fitted, c));
    return fitted.toString();
  }

  /** The bytes of text that {@link #fit} gave. */
  byte[] bytes(String fitted) {
    return fitted.getBytes(page.charset());
  }

  private void appendFitted(StringBuilder out, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          out.append(' ');
      // Invisible in print: joiners, soft hyphens, marks that no composed character takes in.
      case Character.FORMAT,
          Character.CONTROL,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK -> {}
      default -> appendVisible(out, codePoint);
    }
  }

  private void appendVisible(StringBuilder out, int codePoint) {
    if (Character.isBmpCodePoint(codePoint) && encoder.canEncode((char) codePoint)) {
      out.append((char) codePoint);
      return;
    }
    String substitute = substitute(codePoint);
    if (substitute.isEmpty()) {
      substitute = withoutMarks(codePoint);
    }
    out.append(encoder.canEncode(substitute) ? substitute : UNPRINTABLE);
  }

  /** What a person would write with a plain keyboard; empty when there is no such habit. */
  private static String substitute(int codePoint) {
    return switch (codePoint) {
      case '€' -> "EUR";
      case '‐', '‑', '‒', '–', '—', '―', '−', '─', '━' -> "-";
      case '‘', '’', '‚', '‛', '′', '‹', '›', '´' -> "'";
      case '“', '”', '„', '‟', '″', '«', '»' -> "\"";
      case '…' -> "...";
      case '•', '·', '●', '▪' -> "*";
      case '×' -> "x";
      case '™' -> "TM";
      case '©' -> "(c)";
      case '®' -> "(R)";
      case 'Œ' -> "OE";
      case 'œ' -> "oe";
      case 'Ø' -> "O";
      case 'ø' -> "o";
      case 'Đ', 'Ð' -> "D";
      case 'đ', 'ð' -> "d";
      case 'Ł' -> "L";
      case 'ł' -> "l";
      case 'Þ' -> "Th";
      case 'þ' -> "th";
      case 'Ŋ' -> "N";
      case 'ŋ' -> "n";
      case 'Ŧ' -> "T";
      case 'ŧ' -> "t";
      case 'ı' -> "i";
      case 'ẞ' -> "SS";
      default -> "";
    };
  }

  private static String withoutMarks(int codePoint) {
    String plain =
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "");
    return plain.isEmpty() ? String.valueOf(UNPRINTABLE) : plain;
  }
}
