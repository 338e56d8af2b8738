package fi.kaiku.terminal.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  enum Column {
    EVENT_ID,
    TITLE
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_id,title\ne1,Häät\ne2,\"Ilta, jolloin\"\n",
        "event_id,title\r\ne1,Häät\r\ne2,\"Ilta, jolloin\"\r\n",
        "event_id,title\re1,Häät\re2,\"Ilta, jolloin\"\r",
        "\uFEFFevent_id;title\ne1;Häät\ne2;Ilta, jolloin",
        "event_id\ttitle\ne1\tHäät\ne2\tIlta, jolloin\n",
        " Event_ID , TITLE \n e1 , Häät \n\n,\n e2 ,\"Ilta, jolloin\"\n\n",
        "title,event_id\nHäät,e1\n\"Ilta, jolloin\",e2\n"
      })
  void spreadsheetsMayWriteItAsTheyLike(String text) throws Exception {
    assertThat(rows(text)).containsExactly("e1|Häät", "e2|Ilta, jolloin");
  }

  @Test
  void linesAreCountedAsAnEditorCounts() throws Exception {
    var table = table("event_id,title\r\n\r\ne1,A\r\n,,\r\ne2,B\r\n", UTF_8);

    assertThat(table.next().orElseThrow().number()).isEqualTo(3);
    assertThat(table.next().orElseThrow().number()).isEqualTo(5);
    assertThat(table.next()).isEmpty();
    assertThat(table.next()).isEmpty();
  }

  @Test
  void aBrokenLineSpoilsOnlyItself() throws Exception {
    assertThat(rows("event_id,title\ne1,\"A\ne2,B\ne3\ne4,D,x\ne5,\"E\"F\ne6," + "x".repeat(9_000)))
        .containsExactly(
            "2: quotation marks that don't match",
            "e2|B",
            "4: 1 cells, expected 2",
            "5: 3 cells, expected 2",
            "6: quotation marks that don't match",
            "7: longer than 8192 characters");
  }

  @Test
  void anotherEncodingIsToldByLine() throws Exception {
    var table = table("event_id,title\ne1,A\ne2,Häät\ne3,C\n", ISO_8859_1);

    assertThat(all(table))
        .containsExactly("e1|A", "3: not UTF-8 text; save the file as 'CSV UTF-8'", "e3|C");
  }

  @Test
  void aFileThatMayHaveBeenCutIsKnownAtItsEnd() throws Exception {
    assertThat(endsOpen("event_id,title\ne1,A\n")).isFalse();
    assertThat(endsOpen("event_id,title\ne1,A\r")).isFalse();
    assertThat(endsOpen("event_id,title\ne1,A")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "   \ne1,A\n"})
  void anEmptyFirstLineIsRefused(String text) {
    assertThatThrownBy(() -> table(text, UTF_8))
        .isInstanceOf(CsvHeaderException.class)
        .hasMessageContaining("first line is empty");
  }

  @Test
  void aWrongHeaderSaysWhatWasExpectedAndWhatIsNear() {
    assertThatThrownBy(() -> table("event_id,tilte\n", UTF_8))
        .isInstanceOf(CsvHeaderException.class)
        .hasMessage(
            "unknown column 'tilte', did you mean 'title'?; missing: title;"
                + " expected the columns event_id,title");
    assertThatThrownBy(() -> table("e1,A\n", UTF_8))
        .hasMessageContaining("missing: event_id, title");
    assertThatThrownBy(() -> table("title,event_id,title\n", UTF_8))
        .hasMessage("column 'title' stands there twice");
  }

  @Test
  void moreColumnsAreIgnoredOrRefused() throws Exception {
    assertThat(all(table("event_id,note,title\ne1,x,A\n", UTF_8))).containsExactly("e1|A");
    assertThatThrownBy(() -> open("event_id,title,birth_year\n", ExtraColumns.REFUSED))
        .hasMessageContaining("unknown column 'birth_year'");
  }

  @Test
  void rowsAreNeverPrinted() throws Exception {
    assertThat(table("event_id,title\nK4K7P2M9QX,A\n", UTF_8).next().orElseThrow())
        .hasToString("Row[2]");
  }

  @Property
  void noTextAtAllBreaksIt(@ForAll List<String> lines) throws Exception {
    var table = table("event_id,title\n" + String.join("\n", lines), UTF_8);

    assertThat(all(table)).hasSizeLessThanOrEqualTo(2 * String.join("\n", lines).length() + 1);
  }

  private static boolean endsOpen(String text) throws Exception {
    var table = table(text, UTF_8);
    all(table);
    return table.endsWithoutLineEnd();
  }

  private static List<String> rows(String text) throws Exception {
    return all(table(text, UTF_8));
  }

  private static CsvTable<Column> table(String text, Charset charset) throws Exception {
    return CsvTable.open(
        new ByteArrayInputStream(text.getBytes(charset)), Column.class, ExtraColumns.IGNORED);
  }

  private static CsvTable<Column> open(String text, ExtraColumns extra) throws Exception {
    return CsvTable.open(new ByteArrayInputStream(text.getBytes(UTF_8)), Column.class, extra);
  }

  private static List<String> all(CsvTable<Column> table) {
    try {
      List<String> all = new ArrayList<>();
      for (var line = table.next(); line.isPresent(); line = table.next()) {
        all.add(
            switch (line.get()) {
              case CsvLine.Row<Column> row ->
                  row.get(Column.EVENT_ID) + "|" + row.get(Column.TITLE);
              case CsvLine.Broken<Column> broken -> broken.number() + ": " + broken.reason();
            });
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
