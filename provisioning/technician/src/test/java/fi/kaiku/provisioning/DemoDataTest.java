package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDataTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"00:00", "06:30", "18:59", "19:00", "19:01", "22:15", "23:59"})
  void atAnyHourThereIsAConcertTodayThatIsNotOver(String time) {
    LocalDateTime now = LocalDateTime.parse(TODAY + "T" + time);
    List<String> concert = rows(DemoEvents.csv(now)).get("concert-" + TODAY);
    LocalDateTime startsAt = LocalDateTime.parse(concert.get(5));
    assertThat(startsAt.toLocalDate()).isEqualTo(TODAY);
    assertThat(LocalDateTime.parse(concert.get(6))).isAfter(now.plusHours(1));
    assertThat(concert.get(7)).isEqualTo("12");
  }

  @Test
  void thereIsOneEventOfEachKindAndAnAgentsSale() {
    Map<String, List<String>> events = rows(DemoEvents.csv(TODAY.atTime(12, 0)));
    assertThat(events.values()).allMatch(row -> row.size() == 10);
    assertThat(events.values().stream().map(row -> row.get(4)))
        .contains("performance", "open", "course", "pass");
    assertThat(events.get("theatre-2026-11-24").subList(8, 10))
        .containsExactly("rantateatteri", "2.50");
  }

  @Test
  void theRegistryHasTheSampleCardsAndAFewHundredOthers() {
    Map<String, List<String>> cards =
        rows(DemoCards.registryCsv(TODAY, new Random(DemoCards.SEED)));
    assertThat(cards).hasSizeBetween(300, 600);
    assertThat(cards.keySet()).allMatch(id -> id.matches("[A-Z0-9]{10}"));
    for (DemoCards.Sample sample : DemoCards.samples()) {
      boolean isKnown = !List.of("unknown", "not-a-card").contains(sample.code());
      assertThat(cards.containsKey(sample.text())).as(sample.code()).isEqualTo(isKnown);
    }
  }

  @Test
  void eachSampleCardIsWhatItsCodeSays() {
    Map<String, List<String>> cards =
        rows(DemoCards.registryCsv(TODAY, new Random(DemoCards.SEED)));
    assertThat(lastDay(cards, "good")).isAfter(TODAY);
    assertThat(cards.get(text("children")).get(5)).isEqualTo("3");
    assertThat(lastDay(cards, "expired")).isBefore(TODAY);
    assertThat(cards.get(text("ended")).get(4)).isEqualTo("ended");
    assertThat(cards.get(text("withdrawn")).get(4)).isEqualTo("withdrawn");
    assertThat(cards.get(text("community")).get(1)).isEqualTo("community");
    assertThat(LocalDate.parse(cards.get(text("not-yet-valid")).get(2))).isAfter(TODAY);
  }

  @Test
  void theFolderIsPrivateAndCanBeUsedAgain() throws IOException {
    Path folder = temp.resolve("demo");
    DemoFolder.prepare(folder, 8123, TODAY.atTime(12, 0));
    DemoFolder again = DemoFolder.prepare(folder, 8124, TODAY.atTime(13, 0));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    TerminalSettings settings = TerminalSettings.load(again.config());
    assertThat(settings.port()).isEqualTo(8124);
    assertThat(settings.data()).isEqualTo(folder);
    assertThat(settings.firstStation()).isEqualTo("desk-1");
    assertThat(settings.adminSocket()).isEqualTo(folder.resolve("run/admin/daemon.sock"));
  }

  @Test
  void nobodysOwnFolderIsWrittenInto() throws IOException {
    Files.writeString(temp.resolve("thesis.odt"), "years of work");
    assertThatThrownBy(() -> DemoFolder.prepare(temp, 8080, TODAY.atTime(12, 0)))
        .isInstanceOf(PlainWordsException.class)
        .hasMessageContaining("holds other files");
    assertThat(temp).isDirectoryNotContaining("glob:**terminal.yaml");
  }

  @Test
  void aPathThatNoSocketFitsIsRefused() {
    Path deep = temp.resolve("x".repeat(100));
    assertThatThrownBy(() -> DemoFolder.prepare(deep, 8080, TODAY.atTime(12, 0)))
        .hasMessageContaining("is too long");
  }

  private static LocalDate lastDay(Map<String, List<String>> cards, String code) {
    return LocalDate.parse(cards.get(text(code)).get(3));
  }

  private static String text(String code) {
    return DemoCards.samples().stream()
        .filter(sample -> sample.code().equals(code))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** Rows by their first cell; the demo's cells hold no comma. */
  private static Map<String, List<String>> rows(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .collect(Collectors.toMap(List::getFirst, row -> row));
  }
}
