package fi.kaiku.terminal.api;

import java.util.List;

/** Schema {@code Hub}. */
record HubView(String state, int unsent, int deadLetters, List<DeadLetterView> oldest) {}
