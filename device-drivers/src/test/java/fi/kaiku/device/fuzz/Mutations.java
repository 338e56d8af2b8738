package fi.kaiku.device.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes broken inputs out of good ones: flipped, cut, doubled, spliced, overlong, garbage. */
final class Mutations {
  /** Longer than any frame or block that a parser keeps. */
  private static final int LONGEST = 6000;

  private static final int MOST_STEPS = 6;
  private static final byte[] TELLING = {0, 1, 0x0A, 0x0D, 0x1D, 0x37, 0x5F, 0x7F, (byte) 0x80, -1};

  private final RandomGenerator random;
  private final List<byte[]> good;

  Mutations(RandomGenerator random, List<byte[]> good) {
    this.random = random;
    this.good = List.copyOf(good);
  }

  byte[] next() {
    byte[] data = anyGood().clone();
    for (int steps = random.nextInt(MOST_STEPS + 1); steps > 0; steps--) {
      data = step(data);
    }
    return data.length > LONGEST ? Arrays.copyOf(data, LONGEST) : data;
  }

  private byte[] step(byte[] data) {
    int at = random.nextInt(data.length + 1);
    return switch (random.nextInt(7)) {
      case 0 -> changed(data, at, (byte) (1 << random.nextInt(Byte.SIZE)));
      case 1 -> changed(data, at, (byte) random.nextInt());
      case 2 -> Arrays.copyOf(data, at);
      case 3 -> joined(Arrays.copyOf(data, at), data);
      case 4 -> joined(Arrays.copyOf(data, at), anyGood());
      case 5 -> joined(data, new byte[random.nextInt(400)]);
      default -> inserted(data, at, TELLING[random.nextInt(TELLING.length)]);
    };
  }

  private byte[] anyGood() {
    return good.get(random.nextInt(good.size()));
  }

  private static byte[] changed(byte[] data, int at, byte by) {
    if (at < data.length) {
      data[at] ^= by;
    }
    return data;
  }

  private static byte[] inserted(byte[] data, int at, byte one) {
    return joined(
        joined(Arrays.copyOf(data, at), new byte[] {one}),
        Arrays.copyOfRange(data, at, data.length));
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] all = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }
}
