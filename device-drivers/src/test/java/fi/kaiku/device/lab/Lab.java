package fi.kaiku.device.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The far end of the emulated USB devices, within the lab's guest: plugs, unplugs, types, scans and
 * breaks. Commands: usb-lab/README.md.
 */
public final class Lab implements AutoCloseable {
  /** How often devices are re-plugged; a soak sets more. */
  public static final int REPLUGS =
      Integer.parseInt(System.getenv().getOrDefault("USB_LAB_REPLUGS", "2"));

  private static final int CONTROL_PORT = 3241;

  private final Socket socket;
  private final BufferedReader answers;

  public Lab() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), CONTROL_PORT);
    socket.setTcpNoDelay(true);
    answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Has a command done; returns when it is. */
  public synchronized String tell(String command) throws IOException {
    socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.ISO_8859_1));
    String answer = answers.readLine();
    if (answer == null || !answer.startsWith("ok")) {
      throw new IOException(command + ": " + answer);
    }
    return answer.substring(2).strip();
  }

  /** Plugs a device in, wherever the test before left it. */
  public void plugAfresh(String device) throws IOException {
    if (tell(device + " state").contains("plugged=True")) {
      tell(device + " unplug");
    }
    tell(device + " plug");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
