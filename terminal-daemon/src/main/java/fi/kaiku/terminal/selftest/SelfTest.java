package fi.kaiku.terminal.selftest;

import fi.kaiku.device.scanner.ScannerSearch;

/** What the self-test tells beside the live state of the devices. */
public record SelfTest(DeviceSheets sheets, RecentScans scans, ScannerSearch search) {}
