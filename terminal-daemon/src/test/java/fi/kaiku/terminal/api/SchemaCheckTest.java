package fi.kaiku.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      """
      {"components":{"schemas":{
        "Text":{"type":"string","maxLength":3},
        "Thing":{"type":"object","required":["n"],"properties":{
          "n":{"type":"integer","minimum":0,"maximum":9},
          "word":{"type":["string","null"],"enum":["a","b",null]},
          "when":{"type":"string","format":"date-time"},
          "day":{"type":"string","format":"date"},
          "id":{"type":"string","format":"uuid"},
          "flag":{"type":"boolean"},
          "texts":{"type":"array","items":{"$ref":"#/components/schemas/Text"}},
          "maybe":{"oneOf":[{"$ref":"#/components/schemas/Text"},{"type":"null"}]}}}}}}
      """;

  private static List<String> problems(String value) throws IOException {
    JsonNode document = JSON.readTree(SCHEMA);
    return new SchemaCheck(document)
        .problems(document.at("/components/schemas/Thing"), JSON.readTree(value));
  }

  @Test
  void letsAGoodValuePass() throws IOException {
    assertThat(
            problems(
                "{'n':9,'word':null,'when':'2026-11-23T18:42:00+02:00','day':'2026-11-23',"
                        .replace('\'', '"')
                    + "'id':'0192f0c1-2222-7000-8000-000000000001','flag':true,'texts':['a'],'maybe':null}"
                        .replace('\'', '"')))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                          | $: expected "object"
          {}                          | $.n: missing
          {"n":"1"}                   | $.n: expected "integer"
          {"n":1.5}                   | $.n: expected "integer"
          {"n":10}                    | $.n: 10 is beyond its limits
          {"n":-1}                    | $.n: -1 is beyond its limits
          {"n":1,"word":"c"}          | $.word: expected one of
          {"n":1,"when":"2026-11-23T18:42:00"} | $.when:
          {"n":1,"day":"23.11.2026"}  | $.day:
          {"n":1,"id":"1-1-1-1-1"}    | $.id:
          {"n":1,"flag":"true"}       | $.flag: expected "boolean"
          {"n":1,"texts":["a","long"]} | $.texts[1]: longer than 3
          {"n":1,"maybe":5}           | $.maybe: fits not exactly one
          {"n":1,"other":5}           | $.other: not described
          """)
  void saysWhatIsWrong(String value, String problem) throws IOException {
    assertThat(problems(value)).singleElement().asString().startsWith(problem);
  }

  @Test
  void refusesAWordOfASchemaThatItDoesNotKnow() throws IOException {
    JsonNode schema = JSON.readTree("{\"pattern\":\"a+\"}");

    assertThat(new SchemaCheck(schema).problems(schema, JSON.readTree("\"b\"")))
        .singleElement()
        .asString()
        .contains("'pattern' is not known");
  }
}
