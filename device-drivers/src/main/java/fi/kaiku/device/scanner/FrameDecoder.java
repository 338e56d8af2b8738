package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Makes a reading of one whole frame, the bytes between prefix and suffix. Pure. */
final class FrameDecoder {
  private final DeviceName device;

  FrameDecoder(DeviceName device) {
    this.device = device;
  }

  UnreadableScan unreadable(Instant at, Cause cause, int length) {
    return new UnreadableScan(device, at, cause, length);
  }

  Reading decode(byte[] frame, Instant at) {
    try {
      return AimIdentifier.leads(frame)
          ? named(AimIdentifier.of(frame), frame, at)
          : unnamed(frame, at);
    } catch (CharacterCodingException e) {
      return unreadable(at, Cause.GARBLED, frame.length);
    }
  }

  private static byte[] withoutIdentifier(byte[] frame) {
    return Arrays.copyOfRange(frame, AimIdentifier.LENGTH, frame.length);
  }

  private Reading named(AimIdentifier aim, byte[] frame, Instant at)
      throws CharacterCodingException {
    byte[] data = withoutIdentifier(frame);
    String text = aim.escapesEci() ? EciText.decode(data) : strict(data, StandardCharsets.UTF_8);
    if (aim.symbology() == Symbology.CODE_39 && !aim.fullAscii()) {
      text = Code39.withoutStartStop(text);
    }
    if (aim.carriesCheckCharacter()) {
      boolean fits = aim.fullAscii() ? Code39.checksAsFullAscii(text) : Code39.checks(text);
      if (!fits) {
        return unreadable(at, Cause.WRONG_CHECK_CHARACTER, frame.length);
      }
      text = text.substring(0, text.length() - 1);
    }
    return scan(aim.symbology(), aim.text(), text, at, frame);
  }

  /** Only Code 39 has start and stop asterisks; another code's text is left alone. */
  private Reading unnamed(byte[] frame, Instant at) throws CharacterCodingException {
    String text = strict(frame, StandardCharsets.UTF_8);
    String bare = Code39.withoutStartStop(text);
    return scan(Symbology.UNKNOWN, "", Code39.holds(bare) ? bare : text, at, frame);
  }

  private Reading scan(Symbology symbology, String aim, String text, Instant at, byte[] frame) {
    return text.chars().anyMatch(Character::isISOControl)
        ? unreadable(at, Cause.GARBLED, frame.length)
        : new Scan(device, at, symbology, aim, text, new ScanBytes(frame));
  }

  /** Decodes, or fails on the first byte that does not belong: never a replacement character. */
  static String strict(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
