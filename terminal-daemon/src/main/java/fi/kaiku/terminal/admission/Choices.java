package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import java.util.Map;
import java.util.Set;

/**
 * What the clerk or the customer has chosen.
 *
 * @param children children's tickets by personal card (R10); absent means none
 * @param clientsUnder16 clients without a card of their own, through the community card (R12, R16)
 * @param confirmed questions that the clerk has answered with yes
 */
public record Choices(
    Map<CardHash, Integer> children,
    int clientsUnder16,
    int assistants,
    int interpreters,
    Set<Question> confirmed) {
  /** More of one sort in one visit is taken for a slip of the finger. */
  public static final int COUNT_MAX = 99;

  public static final Choices NONE = new Choices(Map.of(), 0, 0, 0, Set.of());

  public Choices {
    children = Map.copyOf(children);
    confirmed = Set.copyOf(confirmed);
    children.values().forEach(n -> check("children", n));
    check("clients under 16", clientsUnder16);
    check("assistants", assistants);
    check("interpreters", interpreters);
  }

  Choices confirming(Set<Question> questions) {
    return new Choices(children, clientsUnder16, assistants, interpreters, questions);
  }

  private static void check(String what, int count) {
    if (count < 0 || count > COUNT_MAX) {
      throw new IllegalArgumentException(what + ": " + count + ", expected 0-" + COUNT_MAX);
    }
  }
}
