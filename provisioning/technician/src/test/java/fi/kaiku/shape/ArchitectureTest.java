package fi.kaiku.shape;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom, in all modules' compiled classes. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages(
              "fi.kaiku.device",
              "fi.kaiku.terminal",
              "fi.kaiku.kiosk",
              "fi.kaiku.provisioning",
              "fi.kaiku.hub");

  /** What each module may know of the others; the daemon's and the UI's classes never meet. */
  private static final Map<String, List<String>> MODULES =
      Map.of(
          "fi.kaiku.device", List.of(),
          "fi.kaiku.terminal", List.of("fi.kaiku.device"),
          "fi.kaiku.kiosk", List.of(),
          "fi.kaiku.provisioning", List.of("fi.kaiku.device"),
          "fi.kaiku.hub", List.of());

  /**
   * The arrows between the daemon's packages, in the order of the flow. One pair points both ways:
   * the journal's tables speak of the admission desk's ids and values.
   */
  private static final Map<String, List<String>> DAEMON =
      Map.ofEntries(
          Map.entry("input", List.of()),
          Map.entry("disk", List.of()),
          Map.entry("feed", List.of()),
          Map.entry("card", List.of("disk")),
          Map.entry("clock", List.of("disk")),
          Map.entry("event", List.of("input", "disk")),
          Map.entry("registry", List.of("card", "clock", "input", "disk")),
          Map.entry("store", List.of("admission", "card", "clock", "event", "disk")),
          Map.entry("admission", List.of("card", "clock", "event", "registry", "store")),
          Map.entry("call", List.of("admission")),
          Map.entry("agent", List.of("admission", "card", "clock", "event", "input", "registry")),
          Map.entry("selftest", List.of("card", "config")),
          Map.entry("sync", List.of("admission", "card", "registry", "store", "disk")),
          Map.entry("receipt", List.of("admission", "card", "event", "store")),
          Map.entry("config", List.of("admission", "card", "clock", "event", "registry", "input")),
          Map.entry(
              "api",
              List.of(
                  "admission",
                  "agent",
                  "call",
                  "card",
                  "clock",
                  "event",
                  "feed",
                  "registry",
                  "selftest",
                  "store",
                  "sync")));

  /** The arrows between the hub's packages. */
  private static final Map<String, List<String>> HUB =
      Map.of(
          "wire", List.of(),
          "store", List.of(),
          "key", List.of(),
          "venue", List.of("store"),
          "fleet", List.of("key", "store"),
          "registry", List.of("key", "store"),
          "use", List.of("fleet", "key", "store", "venue", "wire"),
          "api", List.of("fleet", "key", "registry", "store", "use", "venue", "wire"));

  /** The only places that import a library that talks to a machine or a person. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "org.usb4java..", List.of("fi.kaiku.device.usb"),
          "com.fazecast..", List.of("fi.kaiku.device.port", "fi.kaiku.device.discovery"),
          "java.sql..",
              List.of(
                  "fi.kaiku.terminal.store",
                  "fi.kaiku.terminal.registry",
                  "fi.kaiku.hub.fleet",
                  "fi.kaiku.hub.registry",
                  "fi.kaiku.hub.use"),
          "org.sqlite..", List.of("fi.kaiku.terminal.store", "fi.kaiku.terminal.registry"),
          "io.helidon..",
              List.of(
                  "fi.kaiku.terminal",
                  "fi.kaiku.terminal.api",
                  "fi.kaiku.kiosk",
                  "fi.kaiku.hub.api"),
          "io.javalin..", List.of("fi.kaiku.kiosk"),
          "picocli..", List.of("fi.kaiku.provisioning", "fi.kaiku.hub"));

  /** At least so many of the top-level types are hidden in their package. */
  private static final double HIDDEN_SHARE = 1.0 / 3;

  private static final DescribedPredicate<JavaClass> MAINS =
      DescribedPredicate.describe("mains", type -> type.getSimpleName().endsWith("Main"));

  @TestFactory
  Stream<DynamicTest> aModuleKnowsOnlyItsOwnSuppliers() {
    return MODULES.entrySet().stream()
        .map(module -> knowsNone(module.getKey() + "..", strangers(module, MODULES, "", "..")));
  }

  @TestFactory
  Stream<DynamicTest> aStepOfTheFlowKnowsOnlyTheStepsItNeeds() {
    return Stream.concat(steps("fi.kaiku.terminal", DAEMON), steps("fi.kaiku.hub", HUB));
  }

  private static Stream<DynamicTest> steps(String root, Map<String, List<String>> arrows) {
    return arrows.entrySet().stream()
        .map(
            step -> {
              List<String> strangers = strangers(step, arrows, root + ".", "");
              strangers.add(root);
              return knowsNone(root + "." + step.getKey(), strangers);
            });
  }

  private static List<String> strangers(
      Map.Entry<String, List<String>> one,
      Map<String, List<String>> all,
      String before,
      String after) {
    return all.keySet().stream()
        .filter(other -> !other.equals(one.getKey()) && !one.getValue().contains(other))
        .map(other -> before + other + after)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static DynamicTest knowsNone(String packages, List<String> strangers) {
    return DynamicTest.dynamicTest(
        packages,
        () ->
            noClasses()
                .that(resideInAPackage(packages))
                .should()
                .dependOnClassesThat(resideInAnyPackage(strangers.toArray(String[]::new)))
                .check(HOUSE));
  }

  @Test
  void noPackageIsMissingInTheTables() {
    assertThat(packagesBelow("fi.kaiku.terminal.")).isSubsetOf(DAEMON.keySet());
    assertThat(packagesBelow("fi.kaiku.hub.")).isEqualTo(HUB.keySet());
  }

  private static Set<String> packagesBelow(String root) {
    return HOUSE.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(root))
        .map(name -> name.substring(root.length()))
        .collect(Collectors.toSet());
  }

  @TestFactory
  Stream<DynamicTest> aLibraryHasItsPlace() {
    return LIBRARIES.entrySet().stream()
        .map(
            library ->
                DynamicTest.dynamicTest(
                    library.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(library.getValue().toArray(String[]::new))
                            .should()
                            .dependOnClassesThat(resideInAPackage(library.getKey()))
                            .check(HOUSE)));
  }

  @Test
  void decidingIsPure() {
    noClasses()
        .that()
        .haveSimpleName("AdmissionRules")
        .or()
        .haveSimpleName("CardRules")
        .or()
        .haveSimpleName("VisitRules")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..", "java.nio..", "java.sql..", "java.net..", "java.util.concurrent.."))
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("Logger")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameStartingWith("Journal")
        .check(HOUSE);
  }

  /** R18: there is no way from an assistant's ticket to what is sent. */
  @Test
  void whatIsSentKnowsNothingOfAssistants() {
    noClasses()
        .that()
        .haveSimpleNameStartingWith("Outbox")
        .should()
        .dependOnClassesThat()
        .haveSimpleNameContaining("Assistant")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("People")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleNameStartingWith("Ticket")
        .check(HOUSE);
  }

  @Test
  void timeAndIdsComeThroughTheConstructor() {
    noClasses()
        .that(DescribedPredicate.not(MAINS))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(HOUSE);
    noClasses()
        .that(resideInAPackage("fi.kaiku.terminal.."))
        .and()
        .doNotHaveSimpleName("Terminal")
        .should()
        .callMethod(UUID.class, "randomUUID")
        .check(HOUSE);
  }

  @Test
  void nothingIsStatic() {
    fields().that().areStatic().should().beFinal().check(HOUSE);
  }

  @Test
  void onlyAMainSpeaksToTheTerminalItself() {
    noClasses().that(DescribedPredicate.not(MAINS)).should(ACCESS_STANDARD_STREAMS).check(HOUSE);
  }

  @Test
  void aNameSaysWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Processor|Misc)")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..")
        .check(HOUSE);
  }

  @Test
  void whatOnlyItsPackageCallsIsHiddenInIt() {
    List<JavaClass> types = HOUSE.stream().filter(JavaClass::isTopLevelClass).toList();
    long hidden =
        types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();
    assertThat((double) hidden / types.size()).isGreaterThan(HIDDEN_SHARE);
  }

  @Test
  void everyModuleIsLookedAt() {
    for (String module : MODULES.keySet()) {
      assertThat(HOUSE.stream().map(JavaClass::getPackageName))
          .as(module)
          .anyMatch(name -> name.startsWith(module));
    }
  }
}
