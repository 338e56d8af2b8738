package fi.kaiku.terminal.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ids that look like one that was typed and isn't in the registry (R2). They may be suggested to a
 * clerk when they are usable cards, never taken by themselves and never at a kiosk; who asks limits
 * how often.
 */
public final class LookAlikes {
  /** Most candidates of one id; each costs one look-up. */
  public static final int CANDIDATES_MAX = 100;

  private static final List<String> GROUPS =
      List.of("0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV", "VY");

  private LookAlikes() {}

  /** Those with one character exchanged first, then those with two. Never the id itself. */
  public static List<CardId> of(CardId id) {
    Set<String> found = new LinkedHashSet<>();
    List<String> once = exchangedOnce(id.value());
    found.addAll(once);
    for (String candidate : once) {
      found.addAll(exchangedOnce(candidate));
    }
    found.remove(id.value());
    return found.stream()
        .filter(text -> !IdentityCode.isOne(text))
        .limit(CANDIDATES_MAX)
        .map(CardId::new)
        .toList();
  }

  private static List<String> exchangedOnce(String text) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      for (char other : looksLike(text.charAt(i))) {
        result.add(text.substring(0, i) + other + text.substring(i + 1));
      }
    }
    return result;
  }

  private static char[] looksLike(char c) {
    StringBuilder others = new StringBuilder();
    for (String group : GROUPS) {
      if (group.indexOf(c) >= 0) {
        others.append(group);
      }
    }
    return others.toString().replace(String.valueOf(c), "").toCharArray();
  }
}
