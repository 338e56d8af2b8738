package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.Choices;
import fi.kaiku.terminal.admission.DeskAnswer;
import fi.kaiku.terminal.admission.DeskState;
import fi.kaiku.terminal.admission.IssuedVisit;
import fi.kaiku.terminal.admission.PresentedCard;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.ShownVisit;
import fi.kaiku.terminal.admission.StationDesk;
import fi.kaiku.terminal.admission.Visit;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.admission.VisitRef;
import fi.kaiku.terminal.card.CardHash;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The buttons of a visit under way. */
final class VisitRoutes {
  private static final String VISIT = "/v1/stations/{station}/visit/";

  /** Every question but R21's, which is dealt with, not confirmed away. */
  private static final List<String> CONFIRMABLE =
      Arrays.stream(Question.values())
          .filter(question -> question != Question.ALREADY_USED)
          .map(Enum::name)
          .toList();

  /** Children that were chosen for the card at a place in the visit. */
  private record ChosenChildren(int ref, int count) {}

  private final Stations stations;

  VisitRoutes(Stations stations) {
    this.stations = stations;
  }

  void add(SocketRoutes routes) {
    routes
        .post(VISIT + "choices", this::choose)
        .post(VISIT + "issue", r -> DeskAnswers.issued(press(r, StationDesk::issue)))
        .post(VISIT + "replace", this::replace)
        .post(VISIT + "let-in", r -> state(r, press(r, StationDesk::letIn)))
        .post(VISIT + "cancel", r -> state(r, press(r, StationDesk::cancel)));
  }

  private DeskAnswer press(
      ServerRequest request, BiFunction<StationDesk, VisitRef, DeskAnswer> button) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    VisitRef ref = ref(body);
    body.end();
    return button.apply(station.desk(), ref);
  }

  private Answer replace(ServerRequest request) {
    DeskAnswer answer = press(request, StationDesk::replace);
    if (answer instanceof DeskAnswer.Issued(DeskState.LastIssue issue)) {
      IssuedVisit visit = issue.visit();
      stations.of(request).takeBack(visit.visit().value(), visit.takeBack());
    }
    return DeskAnswers.issued(answer);
  }

  private Answer state(ServerRequest request, DeskAnswer answer) {
    return DeskAnswers.state(stations.of(request), answer);
  }

  private Answer choose(ServerRequest request) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    VisitRef ref = ref(body);
    List<ChosenChildren> children =
        body.objects(
            "children",
            Visit.CARDS_MAX,
            item ->
                new ChosenChildren(
                    item.count("ref", 0, Visit.CARDS_MAX - 1),
                    item.count("count", 0, Choices.COUNT_MAX)));
    int clients = body.count("clientsUnder16", 0, Choices.COUNT_MAX);
    int assistants = body.count("assistants", 0, Choices.COUNT_MAX);
    int interpreters = body.count("interpreters", 0, Choices.COUNT_MAX);
    Set<Question> confirmed =
        body.words("confirmed", CONFIRMABLE).stream()
            .map(Question::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    body.end();
    Choices choices =
        new Choices(byCard(station, ref, children), clients, assistants, interpreters, confirmed);
    return DeskAnswers.state(station, station.desk().choose(ref, choices));
  }

  private static VisitRef ref(JsonBody body) {
    return new VisitRef(
        new VisitId(body.uuid("visitId")), body.count("revision", 0, Integer.MAX_VALUE));
  }

  /** The caller names cards by their places; those hold for the visit and look that it names. */
  private static Map<CardHash, Integer> byCard(
      LiveStation station, VisitRef ref, List<ChosenChildren> children) {
    List<PresentedCard> cards =
        station
            .desk()
            .state()
            .visit()
            .map(ShownVisit::visit)
            .filter(visit -> visit.id().equals(ref.visit()))
            .filter(visit -> visit.revision() == ref.revision())
            .map(Visit::cards)
            .orElseThrow(DeskAnswers::changed);
    Map<CardHash, Integer> byCard = new HashMap<>();
    for (ChosenChildren chosen : children) {
      if (chosen.ref() >= cards.size()) {
        throw new ProblemException(
            ProblemType.BAD_REQUEST, "field 'children': the visit has " + cards.size() + " cards");
      }
      byCard.put(cards.get(chosen.ref()).hash(), chosen.count());
    }
    return byCard;
  }
}
