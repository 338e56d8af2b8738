package fi.kaiku.hub.use;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** What a terminal recorded, by R22 and nothing more. It states a fact: the hub judges nothing. */
public sealed interface Entry {
  /** Made on the terminal; counts once, however often it arrives. */
  UUID id();

  String venue();

  /** Which recorded it; another one may send it, with whose disk it was moved. */
  UUID terminal();

  Instant at();

  /** The use it is, or takes back. */
  UUID admission();

  /** All of it, for telling two contents apart. */
  String content();

  /**
   * A card's use.
   *
   * @param event its id in the hub's catalogue
   * @param marks words of the terminal, kept as they are (unverified, back_dated, ...)
   */
  record Use(
      UUID id,
      String card,
      String event,
      String venue,
      UUID terminal,
      Instant at,
      String timeSource,
      int adults,
      int children,
      SortedSet<String> marks)
      implements Entry {
    public Use {
      marks = new TreeSet<>(marks);
    }

    @Override
    public UUID admission() {
      return id;
    }

    @Override
    public String content() {
      return String.join(
          "\n",
          "use",
          card,
          event,
          venue,
          terminal.toString(),
          at.toString(),
          timeSource,
          Integer.toString(adults),
          Integer.toString(children),
          String.join(" ", marks));
    }

    /** No card's id. */
    @Override
    public String toString() {
      return "Use[" + id + "]";
    }
  }

  /** A use that was taken back (R24); it may arrive before the use itself. */
  record VoidOfUse(UUID id, UUID admission, String venue, UUID terminal, Instant at)
      implements Entry {
    @Override
    public String content() {
      return String.join(
          "\n", "void", admission.toString(), venue, terminal.toString(), at.toString());
    }
  }
}
