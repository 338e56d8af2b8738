package fi.kaiku.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.api.Contract.Operation;
import fi.kaiku.terminal.event.LocalisedText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** openapi.yaml names what the server serves, all of it and no more. */
class RoutesTest {
  private static final Contract CONTRACT = Contract.read();

  /** Enough to list the routes; nobody calls them. */
  private static final ApiParts PARTS =
      new ApiParts(
          new TerminalIdentity("house", new LocalisedText("Talo", "", ""), List.of("fi"), "1"),
          "run",
          List.of(),
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          new VirtualDevices(Map.of(), Map.of(), Path.of("none")),
          null,
          null,
          Optional.empty());

  private static List<String> described(String socket) {
    return CONTRACT.operations().stream()
        .filter(operation -> operation.sockets().contains(socket))
        .map(Operation::name)
        .toList();
  }

  @Test
  void theUiSocketServesWhatIsDescribedAndNothingElse() {
    assertThat(TerminalApi.uiRoutes(PARTS, List.of()).listed())
        .containsExactlyInAnyOrderElementsOf(described("ui"));
  }

  @Test
  void theAdminSocketServesWhatIsDescribedAndNothingElse() {
    assertThat(TerminalApi.adminRoutes(PARTS).listed())
        .containsExactlyInAnyOrderElementsOf(described("admin"));
  }

  @Test
  void everyKindOfProblemIsDescribedAndNoOther() {
    String words =
        CONTRACT.schema("Problem").at("/properties/type/description").asText().split(" - ", -1)[1];
    assertThat(words.split(", ", -1))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values())
                .map(type -> type.urn().substring("urn:kaiku:problem:".length()))
                .toList());
  }
}
