package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionDesk;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.AnswerOutcome;
import fi.kaiku.terminal.admission.AssistantsOrder;
import fi.kaiku.terminal.admission.AssistantsOutcome;
import fi.kaiku.terminal.admission.CameOut;
import fi.kaiku.terminal.admission.Choices;
import fi.kaiku.terminal.admission.IssuedVisit;
import fi.kaiku.terminal.admission.PrintJobId;
import fi.kaiku.terminal.admission.ReprintOutcome;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.admission.VoidOutcome;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;
import java.util.function.Function;

/** Today's list, and what can be done with a use after it was issued. */
final class AdmissionRoutes {
  private static final String STATION = "/v1/stations/{station}";
  private static final String ADMISSION = STATION + "/admissions/{admission}/";
  private static final HeaderName IDEMPOTENCY_KEY = HeaderNames.create("Idempotency-Key");
  private static final int QUERY_MAX = 64;

  private record QueuedView(int tickets) {}

  private final Stations stations;
  private final AdmissionDesk desk;
  private final SharedFacts facts;

  AdmissionRoutes(Stations stations, AdmissionDesk desk, SharedFacts facts) {
    this.stations = stations;
    this.desk = desk;
    this.facts = facts;
  }

  void add(SocketRoutes routes) {
    routes
        .get(STATION + "/today", this::today)
        .post(ADMISSION + "undo", r -> voided(r, desk::undo))
        .post(ADMISSION + "void", r -> voided(r, desk::voidAdmission))
        .post(ADMISSION + "reprint", this::reprint)
        .post(ADMISSION + "assistants", this::addAssistants)
        .post(STATION + "/visit/print-again", this::printAgain)
        .post(STATION + "/print-jobs/{job}/answer", this::answer)
        .post(STATION + "/take-backs/{act}/done", this::takenBack);
  }

  private Answer today(ServerRequest request) {
    stations.of(request);
    String query = request.query().first("query").orElse("").strip();
    if (query.length() > QUERY_MAX) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "query: expected at most " + QUERY_MAX + " characters");
    }
    return Answer.json(facts.today(list -> query.isEmpty() ? list.all() : list.search(query)));
  }

  /** Every station's screen may show the undone visit, or a card that was used for it. */
  private Answer voided(ServerRequest request, Function<AdmissionId, VoidOutcome> act) {
    LiveStation here = stations.of(request);
    return switch (act.apply(admission(request))) {
      case VoidOutcome.Voided voided -> {
        here.takeBack(voided.admissions().getFirst().value(), voided.takeBack());
        stations.byName().values().forEach(each -> each.desk().voided(voided.admissions()));
        yield Answer.json(VoidedView.of(voided));
      }
      case VoidOutcome.NoSuchAdmission() -> throw noSuchAdmission();
      case VoidOutcome.UndoWindowOver() ->
          throw new ProblemException(
              ProblemType.UNDO_WINDOW_OVER, "void the admissions one by one instead");
      case VoidOutcome.NotRecorded() -> throw DeskAnswers.notRecorded();
    };
  }

  private Answer reprint(ServerRequest request) {
    LiveStation station = stations.of(request);
    ReprintOutcome outcome =
        desk.reprint(admission(request), station.desk().plan().name(), key(request));
    return switch (outcome) {
      case ReprintOutcome.Queued(int tickets) -> Answer.json(new QueuedView(tickets));
      case ReprintOutcome.NoSuchAdmission() -> throw noSuchAdmission();
      case ReprintOutcome.NothingToPrint() ->
          throw new ProblemException(
              ProblemType.NOTHING_TO_PRINT,
              "it is voided, waits to be printed already, or the station has no printer");
      case ReprintOutcome.NotRecorded() -> throw DeskAnswers.notRecorded();
    };
  }

  private Answer addAssistants(ServerRequest request) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    int assistants = body.count("assistants", 0, Choices.COUNT_MAX);
    int interpreters = body.count("interpreters", 0, Choices.COUNT_MAX);
    body.end();
    if (assistants + interpreters == 0) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "fields 'assistants', 'interpreters': expected one at least");
    }
    AssistantsOutcome outcome =
        desk.addAssistants(
            new AssistantsOrder(
                admission(request),
                station.desk().plan().name(),
                assistants,
                interpreters,
                key(request)));
    return switch (outcome) {
      case AssistantsOutcome.Issued(IssuedVisit visit) ->
          Answer.json(IssuedView.withoutUndo(visit));
      case AssistantsOutcome.NoSuchAdmission() -> throw noSuchAdmission();
      case AssistantsOutcome.AdmissionVoided() ->
          throw new ProblemException(ProblemType.NOT_ISSUABLE, "the admission was voided");
      case AssistantsOutcome.NotRecorded() -> throw DeskAnswers.notRecorded();
    };
  }

  /** How many tickets are printed once more. */
  record PrintedAgainView(int tickets) {}

  private Answer printAgain(ServerRequest request) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    VisitId visit = new VisitId(body.uuid("visitId"));
    body.end();
    return Answer.json(
        new PrintedAgainView(desk.printFailedAgain(visit, station.desk().plan().name())));
  }

  private Answer answer(ServerRequest request) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    CameOut cameOut = body.yesOrNo("cameOut") ? CameOut.YES : CameOut.NO;
    body.end();
    PrintJobId job = new PrintJobId(pathId(request, "job"));
    return switch (desk.answer(job, cameOut)) {
      case AnswerOutcome.Settled(), AnswerOutcome.NotAsked() ->
          Answer.json(station.screen().view());
      case AnswerOutcome.NoSuchJob() ->
          throw new ProblemException(ProblemType.NO_SUCH_JOB, "no job has this id");
      case AnswerOutcome.NotRecorded() -> throw DeskAnswers.notRecorded();
    };
  }

  private Answer takenBack(ServerRequest request) {
    LiveStation station = stations.of(request);
    station.takenBack(pathId(request, "act"));
    return Answer.json(station.screen().view());
  }

  private static AdmissionId admission(ServerRequest request) {
    return new AdmissionId(pathId(request, "admission"));
  }

  private static UUID pathId(ServerRequest request, String name) {
    return Uuids.parse("path '" + name + "'", request.path().pathParameters().get(name));
  }

  private static UUID key(ServerRequest request) {
    String header = "header 'Idempotency-Key'";
    return request
        .headers()
        .first(IDEMPOTENCY_KEY)
        .map(text -> Uuids.parse(header, text))
        .orElseThrow(
            () -> new ProblemException(ProblemType.BAD_REQUEST, header + ": expected a UUID"));
  }

  private static ProblemException noSuchAdmission() {
    return new ProblemException(
        ProblemType.NO_SUCH_ADMISSION, "no admission of this terminal has this id");
  }
}
