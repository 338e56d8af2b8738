package fi.kaiku.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends exactly the bytes it is told to, as no browser or client library would. */
final class RawBrowser {
  private static final int READ_TIME_MAX_MILLIS = 20_000;

  private final int port;
  private final Map<String, String> headers = new LinkedHashMap<>();

  RawBrowser(int port) {
    this.port = port;
    headers.put("Host", "127.0.0.1:" + port);
    headers.put("Origin", "http://127.0.0.1:" + port);
    headers.put("Sec-Fetch-Site", "same-origin");
  }

  record Answer(int status, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }
  }

  RawBrowser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  RawBrowser without(String header) {
    headers.remove(header);
    return this;
  }

  Answer get(String target) throws IOException {
    return send("GET", target, "");
  }

  Answer post(String target, String json) throws IOException {
    headers.putIfAbsent("Content-Type", "application/json");
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    headers.put("Content-Length", Integer.toString(length));
    return send("POST", target, json);
  }

  Answer send(String method, String target, String body) throws IOException {
    headers.put("Connection", "close");
    try (Socket socket = connect(method, target, body)) {
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return parse(all);
    }
  }

  /** The lines of a stream, headers first. */
  BufferedReader stream(String target) throws IOException {
    Socket socket = connect("GET", target, "");
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private Socket connect(String method, String target, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(READ_TIME_MAX_MILLIS);
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("\r\n").append(body);
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static Answer parse(String all) {
    String[] parts = all.split("\r\n\r\n", 2);
    List<String> lines = parts[0].lines().toList();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] pair = line.split(": ", 2);
      headers.computeIfAbsent(pair[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>());
      headers.get(pair[0].toLowerCase(Locale.ROOT)).add(pair[1]);
    }
    int status = Integer.parseInt(lines.getFirst().split(" ", 3)[1]);
    return new Answer(status, headers, parts.length > 1 ? parts[1] : "");
  }
}
