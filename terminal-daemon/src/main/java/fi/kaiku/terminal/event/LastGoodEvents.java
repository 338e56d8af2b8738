package fi.kaiku.terminal.event;

import de.siegmar.fastcsv.writer.CsvWriter;
import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.input.CsvHeaderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The events that were last in use, kept beside the databases in the form of the event list itself,
 * so that a restart with a broken list still knows its events.
 */
final class LastGoodEvents {
  private static final System.Logger LOG = System.getLogger(LastGoodEvents.class.getName());

  private final Path file;

  LastGoodEvents(Path file) {
    this.file = file;
  }

  /** None where there is no such file yet, or it is damaged: then the list itself must do. */
  Map<EventId, Event> read() {
    if (Files.notExists(file)) {
      return Map.of();
    }
    try (InputStream csv = Files.newInputStream(file)) {
      // Every organiser is written out, so none is left to be filled in.
      return EventList.read(csv, "").events();
    } catch (IOException | CsvHeaderException e) {
      LOG.log(System.Logger.Level.WARNING, "The last good events in " + file + " are lost", e);
      return Map.of();
    }
  }

  /** When these events were in the list last; the beginning of time where nobody knows. */
  Instant readAt() {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  /** Kept as the file's own time: a list that stays the same is not written again. */
  void setReadAt(Instant readAt) throws IOException {
    if (Files.exists(file)) {
      Files.setLastModifiedTime(file, FileTime.from(readAt));
    }
  }

  void write(Collection<Event> events) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          Arrays.stream(EventColumn.values()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
      events.forEach(event -> csv.writeRecord(cells(event)));
    }
    DurableFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> cells(Event event) {
    return List.of(
        event.id().value(),
        event.title().fi(),
        event.title().sv(),
        event.title().en(),
        event.kind().name().toLowerCase(Locale.ROOT),
        event.startsAt().toString(),
        event.endsAt().toString(),
        switch (event.quota()) {
          case Quota.Unlimited _ -> "";
          case Quota.Limited limited -> String.valueOf(limited.places());
        },
        event.organiser(),
        BigDecimal.valueOf(event.serviceFeeCents(), 2).toPlainString());
  }
}
