package fi.kaiku.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import fi.kaiku.shape.SourceTree.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Ratchets over the text of all modules. A number here may only go down. */
class TidyTest {
  private static final int FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 60;
  private static final int PARAMETERS_MAX = 8;

  // Written so that they don't find themselves.
  private static final Pattern LEFT_BEHIND =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX|NotImpl" + "emented)\\b");
  private static final Pattern SLEEP = Pattern.compile("Thread\\." + "sleep|SECONDS\\." + "sleep");
  private static final Pattern SWITCHED_OFF =
      Pattern.compile(
          "@Dis" + "abled|assumeTrue\\(fal" + "se|-Dskip" + "Tests|continue-on-" + "error");
  private static final Pattern SWALLOWED = Pattern.compile("\\|\\| tr" + "ue");
  private static final Pattern OF_THIS_MACHINE =
      Pattern.compile("(^|[^A-Za-z0-9_.])/(wo" + "rk|fa" + "rm)/|\\.\\./sha" + "red");
  private static final Pattern PACKAGE_REGISTRY =
      Pattern.compile("https?://[a-z0-9.-]*(mav" + "en|np" + "m|deb" + "ian)[a-z0-9.-]*");
  private static final Pattern POM_NAMESPACE = Pattern.compile("POM/4\\.0\\.0|/xsd/");

  private final List<Source> sources = SourceTree.sources();

  @Test
  void theTreeIsLookedAt() {
    assertThat(sources).hasSizeGreaterThan(400);
    assertThat(sources.stream().map(source -> source.path().toString()))
        .contains("pom.xml", "README.md", "provisioning/bin/kaiku", ".ci/run");
  }

  @Test
  void noFileIsTooLong() {
    assertThat(
            sources.stream()
                .filter(Source::isJava)
                .filter(source -> source.lines().size() > FILE_LINES_MAX)
                .map(source -> source.path() + ": " + source.lines().size()))
        .isEmpty();
  }

  @Test
  void nothingWasLeftForLater() {
    assertThat(linesWith(LEFT_BEHIND, source -> true)).isEmpty();
  }

  @Test
  void noTestSleeps() {
    assertThat(linesWith(SLEEP, source -> source.isJava() && source.isTest())).isEmpty();
  }

  @Test
  void noCheckIsSwitchedOff() {
    assertThat(linesWith(SWITCHED_OFF, source -> !source.path().toString().endsWith(".md")))
        .isEmpty();
    assertThat(
            linesWith(
                SWALLOWED,
                source ->
                    source.path().startsWith(".ci") || source.path().toString().contains("/bin/")))
        .isEmpty();
  }

  @Test
  void nothingLeansOnTheMachineItWasWrittenOn() {
    assertThat(linesWith(OF_THIS_MACHINE, source -> true)).isEmpty();
    assertThat(linesWith(PACKAGE_REGISTRY, source -> true))
        .filteredOn(line -> !POM_NAMESPACE.matcher(line).find())
        .isEmpty();
  }

  @Test
  void noMethodIsTooLongAndNoneTakesTooMuch() throws IOException {
    assertThat(methods()).isEmpty();
  }

  private Stream<String> linesWith(Pattern pattern, Predicate<Source> where) {
    return sources.stream()
        .filter(where)
        .flatMap(
            source ->
                IntStream.range(0, source.lines().size())
                    .filter(i -> pattern.matcher(source.lines().get(i)).find())
                    .mapToObj(
                        i -> source.path() + ":" + (i + 1) + ": " + source.lines().get(i).strip()));
  }

  /** The program's methods that cross a limit, found by the compiler's own parser. */
  private List<String> methods() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var javaFiles =
          files.getJavaFileObjectsFromPaths(
              sources.stream()
                  .filter(
                      source -> source.isJava() && source.path().toString().contains("/src/main/"))
                  .map(source -> SourceTree.ROOT.resolve(source.path()))
                  .toList());
      JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, javaFiles);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new MethodLimits(unit, positions), found);
      }
    }
    return found;
  }

  private static final class MethodLimits extends TreeScanner<Void, List<String>> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private Tree.Kind kind;

    MethodLimits(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    /** A record's components are its data, however many; its constructors are not looked at. */
    @Override
    public Void visitClass(ClassTree type, List<String> found) {
      Tree.Kind outer = kind;
      kind = type.getKind();
      super.visitClass(type, found);
      kind = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, List<String> found) {
      LineMap lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long length = lines.getLineNumber(positions.getEndPosition(unit, method)) - first + 1;
      boolean isOfData = kind == Tree.Kind.RECORD && method.getReturnType() == null;
      int parameters = isOfData ? 0 : method.getParameters().size();
      if (length > METHOD_LINES_MAX || parameters > PARAMETERS_MAX) {
        found.add(
            "%s:%d: %s has %d lines and %d parameters"
                .formatted(
                    unit.getSourceFile().getName(), first, method.getName(), length, parameters));
      }
      return super.visitMethod(method, found);
    }
  }
}
