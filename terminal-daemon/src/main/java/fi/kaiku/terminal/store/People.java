package fi.kaiku.terminal.store;

/** Tickets by whom they are for. Assistants' and interpreters' take no place of the quota (R18). */
public record People(int adults, int children, int assistants, int interpreters) {
  public static final People NOBODY = new People(0, 0, 0, 0);

  public static People of(TicketKind kind) {
    return switch (kind) {
      case ADULT -> new People(1, 0, 0, 0);
      case CHILD -> new People(0, 1, 0, 0);
      case ASSISTANT -> new People(0, 0, 1, 0);
      case INTERPRETER -> new People(0, 0, 0, 1);
    };
  }

  public People plus(People other) {
    return new People(
        adults + other.adults,
        children + other.children,
        assistants + other.assistants,
        interpreters + other.interpreters);
  }

  public People negated() {
    return new People(-adults, -children, -assistants, -interpreters);
  }

  public int tickets() {
    return adults + children + assistants + interpreters;
  }
}
