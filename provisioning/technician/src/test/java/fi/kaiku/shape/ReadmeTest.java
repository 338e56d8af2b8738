package fi.kaiku.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fi.kaiku.shape.SourceTree.Source;
import fi.kaiku.terminal.config.TerminalConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The READMEs speak of what is there, and leave nothing out that they promise to tell. */
class ReadmeTest {
  private static final Path README = SourceTree.ROOT.resolve("README.md");
  private static final Path KAIKU = SourceTree.ROOT.resolve("provisioning/bin/kaiku");
  private static final Path REFERENCE =
      SourceTree.ROOT.resolve(
          "terminal-daemon/src/main/resources/fi/kaiku/terminal/terminal.reference.yaml");

  private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\|");
  private static final Pattern RULE_ROW = Pattern.compile("(?m)^\\| (R\\d+) \\|");
  private static final Pattern RULE = Pattern.compile("\\bR([1-9]|[12]\\d|3[0-4])\\b");
  private static final Pattern USAGE = Pattern.compile("(?m)^  kaiku ([a-z-]+)");
  private static final Pattern COMMAND = Pattern.compile("(?:bin/|`)kaiku ([a-z-]+)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)`");

  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w*)");

  private final List<Source> sources = SourceTree.sources();
  private final String readme = SourceTree.read(README);

  @Test
  void everyKeyOfTheConfigurationHasItsRow() throws IOException {
    Set<String> keys = new TreeSet<>();
    collect(new YAMLMapper().readTree(REFERENCE.toFile()), "", keys);
    String reference = readme.substring(readme.indexOf("### Configuration reference"));
    assertThat(found(KEY_ROW, reference.substring(0, reference.indexOf("### The files"))))
        .as("rows of README.md, section 'Configuration reference'")
        .isEqualTo(keys);
  }

  @Test
  void theExampleOfAConfigurationIsTaken(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("terminal.yaml");
    int start = readme.indexOf("```yaml\n") + "```yaml\n".length();
    Files.writeString(file, readme.substring(start, readme.indexOf("```", start)));
    assertThat(TerminalConfig.load(file).stations()).hasSize(1);
  }

  @Test
  void everyCommandIsToldAndNoOther() {
    Set<String> commands = found(USAGE, SourceTree.read(KAIKU));
    commands.remove("help");
    assertThat(commands).contains("demo", "test");
    assertThat(found(COMMAND, readme)).isEqualTo(commands);
  }

  @Test
  void everyRuleThatTheCodeNamesIsExplained() {
    Set<String> named =
        sources.stream()
            .filter(source -> source.path().toString().contains("/src/main/"))
            .flatMap(source -> source.lines().stream())
            .flatMap(line -> RULE.matcher(line).results().map(MatchResult::group))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(found(RULE_ROW, readme)).containsAll(named);
  }

  @Test
  void everyLinkLeadsSomewhere() {
    readmes()
        .forEach(
            source -> {
              Path folder = SourceTree.ROOT.resolve(source.path()).getParent();
              for (String link : found(LINK, String.join("\n", source.lines()))) {
                assertThat(Files.exists(folder.resolve(link)))
                    .as(source.path() + ": " + link)
                    .isTrue();
              }
            });
  }

  @Test
  void everyTypeThatIsNamedExists() {
    Set<String> types =
        sources.stream()
            .filter(Source::isJava)
            .flatMap(source -> found(DECLARED, String.join("\n", source.lines())).stream())
            .collect(Collectors.toSet());
    readmes()
        .forEach(
            source ->
                assertThat(types)
                    .as(source.path().toString())
                    .containsAll(found(TYPE, String.join("\n", source.lines()))));
  }

  private Stream<Source> readmes() {
    return sources.stream().filter(source -> source.path().endsWith("README.md"));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A section is no key of its own; a list of sections is, as its sections' keys are. */
  private static void collect(JsonNode node, String name, Set<String> keys) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  collect(
                      field.getValue(),
                      name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                      keys));
      return;
    }
    keys.add(name);
    if (node.isArray()) {
      node.valueStream().filter(JsonNode::isObject).forEach(item -> collect(item, name, keys));
    }
  }
}
