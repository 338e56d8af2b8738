package fi.kaiku.hub.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The registry's tables within one transaction that changes them. Whoever begins has the feed's row
 * until the commit: changes of all hubs come one after the other, in the order of their positions.
 */
final class CardTable {
  private static final int PAGE = 10_000;
  private static final int BATCH = 1_000;

  private final Handle db;
  private final List<CardRow> put = new ArrayList<>();
  private final List<CardRow> gone = new ArrayList<>();
  private final long from;

  /** Nobody has a registry yet that changes could be told for. */
  private final boolean isFirst;

  private long position;
  private long logged;
  private long cards;
  private long checksum;

  private CardTable(Handle db, Checkpoint last) {
    this.db = db;
    this.from = last.position();
    this.isFirst = last.position() == 0;
    this.position = last.position();
    this.logged = last.position();
    this.cards = last.cards();
    this.checksum = last.checksum();
  }

  static CardTable begin(Handle db) {
    db.execute("UPDATE feed SET last = last + 0 WHERE name = 'cards'");
    return new CardTable(db, Checkpoint.last(db));
  }

  /** All cards as they are; what is written meanwhile behind the last one read is not seen. */
  CardSource all() {
    return new Pages();
  }

  /** Cards that are gone, new or different. */
  long changes() {
    return position - from;
  }

  void add(CardRow card) {
    cards++;
    write(card);
  }

  void change(CardRow before, CardRow now) {
    checksum -= before.share();
    write(now);
  }

  private void write(CardRow card) {
    checksum += card.share();
    position++;
    put.add(card);
    if (put.size() == BATCH) {
      flushPut();
    }
  }

  void remove(CardRow card) {
    cards--;
    checksum -= card.share();
    position++;
    gone.add(card);
    if (gone.size() == BATCH) {
      flushGone();
    }
  }

  /**
   * Ends the transaction's work, unless nothing was changed.
   *
   * @param keptMost of so many changes the log is kept; with more it begins anew behind them
   */
  void finish(long at, long keptMost) {
    flushPut();
    flushGone();
    if (position == from) {
      return;
    }
    db.execute("UPDATE feed SET last = ? WHERE name = 'cards'", position);
    db.execute(
        "INSERT INTO card_checkpoint (position, cards, checksum, at) VALUES (?, ?, ?, ?)",
        position,
        cards,
        checksum,
        at);
    if (isFirst || changes() > keptMost) {
      compact(db, position);
    }
  }

  /** Changes up to there are forgotten. */
  static void compact(Handle db, long upTo) {
    db.execute("UPDATE card_log SET compacted_to = ? WHERE compacted_to < ?", upTo, upTo);
    db.execute("DELETE FROM card_change WHERE position <= ?", upTo);
    db.execute("DELETE FROM card_checkpoint WHERE position < ?", upTo);
  }

  long cards() {
    return cards;
  }

  private void flushPut() {
    write(
        put,
        """
        INSERT INTO card (hash, kind, issued_on, last_day, state, children)
        VALUES (:hash, :kind, :issuedOn, :lastDay, :state, :children)
        ON CONFLICT (hash) DO UPDATE SET kind = excluded.kind, issued_on = excluded.issued_on,
          last_day = excluded.last_day, state = excluded.state, children = excluded.children
        """,
        0);
  }

  private void flushGone() {
    write(gone, "DELETE FROM card WHERE hash = :hash", 1);
  }

  private void write(List<CardRow> rows, String sql, int tombstone) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch change = db.prepareBatch(sql);
    rows.forEach(card -> bind(change, card).add());
    change.execute();
    if (!isFirst) {
      log(rows, tombstone);
    }
    rows.clear();
  }

  /**
   * Positions within one transaction are dealt out as the batches are written: both kinds take the
   * next ones, and at its end there is no gap.
   */
  private void log(List<CardRow> rows, int tombstone) {
    PreparedBatch log =
        db.prepareBatch(
            """
            INSERT INTO card_change (position, hash, gone, kind, issued_on, last_day, state, children)
            VALUES (:position, :hash, :gone, :kind, :issuedOn, :lastDay, :state, :children)
            """);
    for (CardRow card : rows) {
      bind(log, card).bind("position", ++logged).bind("gone", tombstone).add();
    }
    log.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, CardRow card) {
    return batch
        .bind("hash", card.hash())
        .bind("kind", card.facts().kind())
        .bind("issuedOn", card.facts().issuedOn())
        .bind("lastDay", card.facts().lastDay())
        .bind("state", card.facts().state())
        .bind("children", card.facts().children());
  }

  /** Page by page, as no database driver streams within a transaction that writes, too. */
  private final class Pages implements CardSource {
    private final Queue<CardRow> page = new ArrayDeque<>();
    private byte[] last = new byte[0];
    private boolean isOver;

    @Override
    public CardRow next() {
      if (page.isEmpty() && !isOver) {
        page.addAll(CardTable.page(db, last, PAGE));
        isOver = page.size() < PAGE;
      }
      CardRow card = page.poll();
      if (card != null) {
        last = card.hash();
      }
      return card;
    }
  }

  static List<CardRow> page(Handle db, byte[] after, int limit) {
    return db.createQuery(
            """
            SELECT hash, kind, issued_on, last_day, state, children FROM card
            WHERE hash > :after ORDER BY hash LIMIT :limit
            """)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, _) -> RegistryForm.card(row))
        .list();
  }
}
