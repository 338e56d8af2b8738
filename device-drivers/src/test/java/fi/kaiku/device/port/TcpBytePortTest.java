package fi.kaiku.device.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TcpBytePortTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(20);

  private ServerSocket server;
  private TcpBytePort port;
  private Socket printer;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    port = TcpBytePort.connect(new PortAddress.Tcp("127.0.0.1", server.getLocalPort()));
    printer = server.accept();
  }

  @AfterEach
  void disconnect() throws IOException {
    port.close();
    printer.close();
    server.close();
  }

  @Test
  void bytesGoBothWays() throws IOException {
    port.write(new byte[] {1, 2, 3}, LONG);
    assertThat(printer.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);

    printer.getOutputStream().write(new byte[] {4, 5});
    byte[] buffer = new byte[10];
    assertThat(port.read(buffer, LONG)).isEqualTo(2);
    assertThat(buffer).startsWith(4, 5);
  }

  @Test
  void aReadWithoutBytesEndsWithTheTime() throws IOException {
    assertThat(port.read(new byte[10], SHORT)).isZero();
    assertThat(port.read(new byte[10], Duration.ZERO)).isZero();
  }

  @Test
  void theEndOfTheConnectionIsAnException() throws IOException {
    printer.close();
    assertThatThrownBy(() -> port.read(new byte[10], LONG)).isInstanceOf(IOException.class);
  }

  @Test
  void closingFromAnotherThreadEndsABlockedRead() throws Exception {
    CompletableFuture<Throwable> reader =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(IOException.class, () -> port.read(new byte[1], LONG)));
    port.close();
    assertThat(reader.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    port.close();
  }

  @Test
  void aPrinterThatTakesNoMoreIsSlowAndTheCountOfTakenBytesIsExact() throws IOException {
    byte[] much = new byte[64 << 20];
    PartialWriteException partial =
        catchThrowableOfType(PartialWriteException.class, () -> port.write(much, SHORT));

    assertThat(partial.reason()).isEqualTo(PartialWriteException.Reason.TOO_SLOW);
    assertThat(partial.taken()).isBetween(1, much.length - 1);
    assertThat(printer.getInputStream().readNBytes(partial.taken())).hasSize(partial.taken());
    port.write(new byte[] {42}, LONG);
    assertThat(printer.getInputStream().read()).isEqualTo(42);
  }

  @Test
  void closingFromAnotherThreadEndsABlockedWrite() throws Exception {
    CompletableFuture<PartialWriteException> writer =
        CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    PartialWriteException.class, () -> port.write(new byte[64 << 20], LONG)));
    assertThat(printer.getInputStream().read()).isZero();
    port.close();
    PartialWriteException partial = writer.get(10, TimeUnit.SECONDS);
    assertThat(partial.reason()).isEqualTo(PartialWriteException.Reason.GONE);
    assertThat(partial.taken()).isPositive();
  }

  @Test
  void whereNobodyListensThePrinterIsAbsent() throws IOException {
    server.close();
    PortUnavailableException absent =
        catchThrowableOfType(
            PortUnavailableException.class,
            () -> TcpBytePort.connect(new PortAddress.Tcp("127.0.0.1", server.getLocalPort())));
    assertThat(absent.reason()).isEqualTo(PortUnavailableException.Reason.ABSENT);
    assertThat(absent).hasMessageContaining("127.0.0.1:");
  }

  @Test
  void aNameThatNobodyKnowsIsAbsentToo() {
    assertThatThrownBy(() -> TcpBytePort.connect(new PortAddress.Tcp("printer.invalid", 9100)))
        .isInstanceOf(PortUnavailableException.class)
        .hasMessageContaining("printer.invalid");
  }
}
