package fi.kaiku.kiosk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** One file of the app, as it is sent. */
final class WebFile {
  /** Vendored files (fonts too) carry their version in the lock file and never change in place. */
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  /** All else is asked for anew each time and mostly answered with 304. */
  private static final String REVALIDATE = "no-cache";

  private static final Map<String, String> CONTENT_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wav", "audio/wav"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("wasm", "application/wasm"));

  private final String path;
  private final byte[] content;
  private final String etag;

  WebFile(String path, byte[] content) {
    this.path = path;
    this.content = content.clone();
    this.etag = "\"" + HexFormat.of().formatHex(sha256(content), 0, 16) + "\"";
  }

  byte[] content() {
    return content.clone();
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  String etag() {
    return etag;
  }

  boolean isPage() {
    return path.endsWith(".html");
  }

  String contentType() {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return CONTENT_TYPES.getOrDefault(extension, "text/plain; charset=utf-8");
  }

  String cacheControl() {
    boolean fixed = path.startsWith("/vendor/");
    return fixed ? IMMUTABLE : REVALIDATE;
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
