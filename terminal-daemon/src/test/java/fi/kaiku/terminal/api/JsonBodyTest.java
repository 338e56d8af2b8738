package fi.kaiku.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {
  private static final String ID = "0192f0c1-2222-7000-8000-000000000001";

  private static JsonBody body(String json) {
    return JsonBody.of(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void readAll(JsonBody body) {
    body.text("text", 5);
    body.count("count", 0, 99);
    body.yesOrNo("flag");
    body.uuid("id");
    body.words("words", List.of("A", "B"));
    body.objects("items", 2, item -> item.count("ref", 0, 9));
    body.end();
  }

  @Test
  void readsEachKindOfField() {
    JsonBody body =
        body(
            "{\"text\":\"äö\",\"count\":7,\"flag\":true,\"id\":\""
                + ID
                + "\",\"words\":[\"B\"],\"items\":[{\"ref\":3}]}");

    assertThat(body.text("text", 5)).isEqualTo("äö");
    assertThat(body.count("count", 0, 99)).isEqualTo(7);
    assertThat(body.yesOrNo("flag")).isTrue();
    assertThat(body.uuid("id")).isEqualTo(UUID.fromString(ID));
    assertThat(body.words("words", List.of("A", "B"))).containsExactly("B");
    assertThat(body.objects("items", 2, item -> item.count("ref", 0, 9))).containsExactly(3);
    body.end();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                         | the body: expected an object, got nothing
          null                       | the body: expected an object, got null
          []                         | the body: expected an object, got a list
          {"text":                   | the body is not JSON: line 1, column 9
          {"text":"a"} x             | the body is not JSON: line 1, column 14
          {"text":"a","text":"b"}    | the body is not JSON: line 1, column 19
          {}                         | field 'text': expected a text of at most 5 characters, got nothing
          {"text":null}              | field 'text': expected a text of at most 5 characters, got null
          {"text":5}                 | field 'text': expected a text of at most 5 characters, got a whole number
          {"text":"123456"}          | field 'text': expected a text of at most 5 characters, got one of 6
          """)
  void saysWhatIsWrongWithABodyOrAText(String json, String detail) {
    assertRefused(json, detail, JsonBodyTest::readAll);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"count":"5"}   | field 'count': expected a whole number from 0 to 99, got a text
          {"count":1.5}   | field 'count': expected a whole number from 0 to 99, got a fraction
          {"count":true}  | field 'count': expected a whole number from 0 to 99, got true or false
          {"count":-1}    | field 'count': expected a whole number from 0 to 99, got another number
          {"count":100}   | field 'count': expected a whole number from 0 to 99, got another number
          {"count":1e99}  | field 'count': expected a whole number from 0 to 99, got a fraction
          {"count":99999999999} | field 'count': expected a whole number from 0 to 99, got another number
          """)
  void saysWhatIsWrongWithACount(String json, String detail) {
    assertRefused(json, detail, body -> body.count("count", 0, 99));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"items":{}}              | field 'items': expected a list of at most 2, got an object
          {"items":[{},{},{}]}      | field 'items': expected a list of at most 2, got 3
          {"items":[5]}             | field 'items[0]': expected an object, got a whole number
          {"items":[{"ref":1},{}]}  | field 'items[1].ref': expected a whole number from 0 to 9, got nothing
          {"items":[{"ref":1,"x":2}]} | field 'items[0].x' is not known: expected ref
          """)
  void saysWhichItemOfAListIsWrong(String json, String detail) {
    assertRefused(json, detail, body -> body.objects("items", 2, i -> i.count("ref", 0, 9)));
  }

  @Test
  void refusesAWordThatIsNotAllowedWithoutRepeatingIt() {
    assertRefused(
        "{\"words\":[\"A\",\"AB12CD34EF\"]}",
        "field 'words': expected a list out of A, B, got a text",
        body -> body.words("words", List.of("A", "B")));
  }

  @Test
  void refusesAnIdOfAnotherShape() {
    assertRefused("{\"id\":\"1-1-1-1-1\"}", "field 'id': expected a UUID", body -> body.uuid("id"));
  }

  @Test
  void refusesAFieldThatNobodyAskedFor() {
    assertRefused(
        "{\"flag\":true,\"flagg\":true}",
        "field 'flagg' is not known: expected flag",
        body -> {
          body.yesOrNo("flag");
          body.end();
        });
  }

  private static void assertRefused(String json, String detail, Consumer<JsonBody> read) {
    assertThatThrownBy(() -> read.accept(body(json)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.BAD_REQUEST))
        .hasMessage(detail);
  }
}
