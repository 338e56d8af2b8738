package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What others wrote is there as they published it: named, versioned, licensed, and unchanged. */
class VendorLockTest {
  private static final String FOLDER = "/web/vendor/";
  private static final String LOCK = "VENDOR.lock.json";

  @Test
  void everyVendoredFileIsAsItWasPublished() throws NoSuchAlgorithmException {
    for (JsonNode pack : packages()) {
      for (JsonNode file : pack.get("files")) {
        byte[] content = new WebResource(FOLDER + file.get("file").asText()).bytes();
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
        assertThat("sha256-" + Base64.getEncoder().encodeToString(sum))
            .as(file.get("file").asText())
            .isEqualTo(file.get("integrity").asText());
      }
    }
  }

  @Test
  void everyPackageHasAVersionAnIntegrityAndALicence() {
    for (JsonNode pack : packages()) {
      String name = pack.get("package").asText();
      assertThat(pack.get("version").asText()).as(name).matches("\\d+\\.\\d+\\.\\d+");
      assertThat(pack.get("integrity").asText()).as(name).matches("sha512-[A-Za-z0-9+/]{86}==");
      assertThat(pack.get("licence").asText()).as(name).isIn("MIT", "Apache-2.0", "OFL-1.1");
      assertThat(new WebResource(FOLDER + pack.get("licenceFile").asText()).text())
          .as(name)
          .isNotBlank();
    }
  }

  /** Vendored files are cached for ever, so a new version has to come under a new address. */
  @Test
  void everyFileLiesInAFolderThatNamesItsVersion() {
    for (JsonNode pack : packages()) {
      for (JsonNode file : pack.get("files")) {
        assertThat(file.get("file").asText()).contains("-" + pack.get("version").asText() + "/");
      }
    }
  }

  @Test
  void nothingIsVendoredThatTheLockDoesNotName() throws IOException, URISyntaxException {
    assertThat(filesThere()).isEqualTo(filesLocked());
  }

  @Test
  void theImportMapNamesOnlyFilesThatAreThere() {
    String page = new WebResource("/web/desk.html").text();
    Set<String> named =
        Pattern.compile("\"/vendor/([^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(named).isNotEmpty().isSubsetOf(filesLocked());
  }

  private static Iterable<JsonNode> packages() {
    return new WebResource(FOLDER + LOCK).json().get("packages");
  }

  private static Set<String> filesLocked() {
    return StreamSupport.stream(packages().spliterator(), false)
        .flatMap(pack -> StreamSupport.stream(pack.get("files").spliterator(), false))
        .map(file -> file.get("file").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> filesThere() throws IOException, URISyntaxException {
    Path folder = Path.of(VendorLockTest.class.getResource(FOLDER + LOCK).toURI()).getParent();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.equals(LOCK))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
