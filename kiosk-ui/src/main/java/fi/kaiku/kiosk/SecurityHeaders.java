package fi.kaiku.kiosk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The headers of every answer. Nothing inline runs but the pages' import maps, each let in by its
 * hash, which is computed here at start: import maps cannot be external files.
 */
final class SecurityHeaders {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private static final String POLICY =
      "default-src 'none'; script-src 'self'{import-maps}; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

  private final Map<String, String> headers;

  SecurityHeaders(Collection<WebFile> files) {
    this.headers =
        Map.of(
            "Content-Security-Policy", POLICY.replace("{import-maps}", importMapHashes(files)),
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(),"
                    + " payment=(), display-capture=(), clipboard-read=()");
  }

  Map<String, String> all() {
    return headers;
  }

  private static String importMapHashes(Collection<WebFile> files) {
    return files.stream()
        .filter(WebFile::isPage)
        .flatMap(page -> IMPORT_MAP.matcher(page.text()).results())
        .map(map -> " 'sha256-" + hash(map) + "'")
        .distinct()
        .sorted()
        .collect(Collectors.joining());
  }

  private static String hash(MatchResult map) {
    byte[] text = map.group(1).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(WebFile.sha256(text));
  }
}
