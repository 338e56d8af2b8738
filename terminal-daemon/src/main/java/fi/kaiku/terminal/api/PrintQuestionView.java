package fi.kaiku.terminal.api;

import fi.kaiku.terminal.store.PrintQuestion;

/** Schema {@code PrintQuestion}. */
record PrintQuestionView(
    String jobId, String ticketNumber, String state, LocalisedTextView eventTitle, String at) {
  static PrintQuestionView of(PrintQuestion question) {
    return new PrintQuestionView(
        question.job().toString(),
        question.ticket().printed(),
        WireWord.of(question.state()),
        LocalisedTextView.of(question.eventTitle()),
        WireTime.of(question.at()));
  }
}
