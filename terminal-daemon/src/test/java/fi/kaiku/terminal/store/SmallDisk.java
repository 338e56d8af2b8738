package fi.kaiku.terminal.store;

/**
 * Plays a disk without space, on any machine and for any user: SQLite itself answers SQLITE_FULL
 * where the journal would have to grow.
 */
public final class SmallDisk {
  private static final String NO_PAGE_MORE = "PRAGMA max_page_count=1";
  private static final String MANY_PAGES = "PRAGMA max_page_count=1000000";

  private SmallDisk() {}

  /** What fits into the pages that there are still fits; nothing else does. */
  public static void fill(Journal journal) {
    limit(journal, NO_PAGE_MORE);
  }

  public static void makeRoom(Journal journal) {
    limit(journal, MANY_PAGES);
  }

  private static void limit(Journal journal, String pragma) {
    Recorded.value(journal.write(tx -> tx.sql().number(pragma)));
  }
}
