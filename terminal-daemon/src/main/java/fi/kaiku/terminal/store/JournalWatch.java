package fi.kaiku.terminal.store;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Knows how the journal is and tells those who follow it. Changed by the writer thread only, read
 * by any. Followers are called on the writer thread, after the commit, and must return at once; one
 * that throws is logged and does not disturb the others.
 */
final class JournalWatch {
  private static final System.Logger LOG = System.getLogger(JournalWatch.class.getName());

  private final JournalState inOrder;
  private final List<Consumer<JournalChange>> changeFollowers = new CopyOnWriteArrayList<>();
  private final List<Consumer<JournalState>> stateFollowers = new CopyOnWriteArrayList<>();
  private volatile JournalState state;

  /**
   * @param inOrder OK, or RECOVERED: what the state is while nothing is wrong
   */
  JournalWatch(JournalState inOrder) {
    this.inOrder = inOrder;
    this.state = inOrder;
  }

  JournalState state() {
    return state;
  }

  boolean isTroubled() {
    return state != inOrder;
  }

  void onChange(Consumer<JournalChange> follower) {
    changeFollowers.add(follower);
  }

  void onState(Consumer<JournalState> follower) {
    stateFollowers.add(follower);
  }

  void committed(JournalChange change) {
    if (!change.isEmpty()) {
      changeFollowers.forEach(follower -> tell(follower, change));
    }
  }

  void works() {
    if (isTroubled()) {
      LOG.log(Level.INFO, "journal: records again");
      become(inOrder);
    }
  }

  void fails(JournalException trouble) {
    JournalState next =
        switch (trouble.fault()) {
          case DISK_FULL -> JournalState.FULL;
          case IO_ERROR, DAMAGED -> JournalState.FAILED;
          case BUSY, CLOSED -> state;
        };
    if (next != state) {
      LOG.log(Level.ERROR, "journal: can not record, nothing is issued until it can", trouble);
      become(next);
    }
  }

  private void become(JournalState next) {
    state = next;
    stateFollowers.forEach(follower -> tell(follower, next));
  }

  private static <T> void tell(Consumer<T> follower, T news) {
    try {
      follower.accept(news);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "journal: a follower failed on " + news, e);
    }
  }
}
