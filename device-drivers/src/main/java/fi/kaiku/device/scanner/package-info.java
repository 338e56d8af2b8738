/**
 * Bar code readers: bytes of a scanner in, readings out. {@link
 * fi.kaiku.device.scanner.FrameReader} cuts the stream, {@link fi.kaiku.device.scanner.Scanner}s
 * own a device each.
 */
package fi.kaiku.device.scanner;
