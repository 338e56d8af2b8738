package fi.kaiku.hub.use;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.hub.wire.Fields;
import fi.kaiku.hub.wire.MalformedException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** One item of a batch as it came: an entry, or what is wrong with it. */
public sealed interface EntryText {
  /** People on one card's use; the desk has no larger group. */
  int PEOPLE_MAX = 1_000;

  /** Kinds of marks there are, and some to come. */
  int MARKS_MAX = 8;

  Pattern TYPE = Pattern.compile("use|void");
  Pattern CARD = Pattern.compile("[A-Z0-9]{10}");
  Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  Pattern WORD = Pattern.compile("[a-z][a-z_-]{0,31}");

  /** The entry's id, as far as it could be read. */
  Optional<UUID> id();

  /** As agreed. */
  record Whole(Entry entry) implements EntryText {
    @Override
    public Optional<UUID> id() {
      return Optional.of(entry.id());
    }
  }

  /**
   * Not as agreed.
   *
   * @param detail which field, and what was expected; nothing of what stood there
   */
  record Malformed(Optional<UUID> id, String detail) implements EntryText {}

  static EntryText read(JsonNode item) {
    try {
      Fields fields = new Fields(item);
      return new Whole(fields.text("type", TYPE).equals("use") ? use(fields) : taken(fields));
    } catch (MalformedException e) {
      return new Malformed(idOf(item), e.getMessage());
    }
  }

  private static Optional<UUID> idOf(JsonNode item) {
    try {
      return Optional.of(new Fields(item).uuid("id"));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private static Entry use(Fields fields) {
    int adults = fields.count("adults", PEOPLE_MAX);
    int children = fields.count("children", PEOPLE_MAX);
    if (adults + children == 0) {
      throw new MalformedException("adults: expected somebody, with children none");
    }
    return new Entry.Use(
        fields.uuid("id"),
        fields.text("card", CARD),
        fields.text("event", ID),
        fields.text("venue", ID),
        fields.uuid("terminal"),
        fields.instant("at"),
        fields.text("timeSource", WORD),
        adults,
        children,
        new TreeSet<>(fields.words("marks", MARKS_MAX, WORD)));
  }

  private static Entry taken(Fields fields) {
    return new Entry.VoidOfUse(
        fields.uuid("id"),
        fields.uuid("admission"),
        fields.text("venue", ID),
        fields.uuid("terminal"),
        fields.instant("at"));
  }
}
