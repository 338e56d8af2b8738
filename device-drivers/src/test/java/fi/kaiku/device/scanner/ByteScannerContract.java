package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The contract of scanners that send plain bytes. */
abstract class ByteScannerContract extends ScannerContract {

  /** Sends bytes from the device's end. */
  abstract void send(byte[] bytes) throws Exception;

  @Override
  final void scan(String aim, String text) throws Exception {
    send(aim + text + "\r");
  }

  @Override
  final void beginScan(String aim, String text) throws Exception {
    send(aim + text);
  }

  @Override
  final void sendGarbage() throws Exception {
    send(new byte[] {'A', 0, (byte) 0xFF, 'B', '\r'});
  }

  @Test
  void aScanWithoutSuffixEndsWithSilence() throws Exception {
    beginScan("]A0", "ABC1234567");
    assertThat(ears.nextText()).isEqualTo("ABC1234567");
  }

  private void send(String text) throws Exception {
    send(text.getBytes(StandardCharsets.UTF_8));
  }
}
