package fi.kaiku.terminal.selftest;

/** What the self-test tells beside the live state of the devices. */
public record SelfTest(DeviceSheets sheets, RecentScans scans) {}
