package fi.kaiku.terminal.admission;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** One row of {@code rule-cases.csv}, as a domain expert wrote it. */
record RuleCase(
    String rule,
    String title,
    String station,
    String now,
    String registry,
    String event,
    String left,
    String area,
    String scans,
    String chosen,
    Answer answer) {

  /** The right-hand side of a row: what the terminal says, in the words of the table. */
  record Answer(String verdict, String gives, String cards, String notes) {}

  static RuleCase of(NamedCsvRecord row) {
    return new RuleCase(
        row.getField("rule"),
        row.getField("case"),
        row.getField("station"),
        row.getField("now"),
        row.getField("registry"),
        row.getField("event"),
        row.getField("left"),
        row.getField("area"),
        row.getField("scans"),
        row.getField("chosen"),
        new Answer(
            row.getField("verdict"),
            row.getField("gives"),
            row.getField("cards"),
            row.getField("notes")));
  }

  @Override
  public String toString() {
    return rule + ": " + title;
  }
}
