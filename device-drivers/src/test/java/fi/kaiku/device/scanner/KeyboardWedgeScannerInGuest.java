package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The contract on a scanner that plays a keyboard, on a real kernel's USB stack. */
class KeyboardWedgeScannerInGuest extends KeyboardContract {
  @Override
  Scanner makeWedge() {
    return LabScanners.scanner(WEDGE, ScannerKind.KEYBOARD, WEDGE);
  }

  @Test
  void aStallSpoilsTheScanUnderWayOnly() throws Exception {
    beginScan("]A0", "ABC");
    lab.tell("wedge stall 81");
    assertThat(ears.next()).isInstanceOf(UnreadableScan.class);
    scan("]A0", "AFTER");
    assertThat(ears.nextText()).isEqualTo("AFTER");
  }

  @Test
  void aFailedTransferSpoilsTheScanUnderWayOnly() throws Exception {
    for (String fault : new String[] {"EPROTO", "EOVERFLOW", "EILSEQ"}) {
      beginScan("]A0", "ABC");
      lab.tell("wedge fault 81 " + fault);
      assertThat(ears.next()).as(fault).isInstanceOf(UnreadableScan.class);
      scan("]A0", fault);
      assertThat(ears.nextText()).isEqualTo(fault);
    }
  }

  @Test
  void aHundredCharactersWithoutAPauseAreAllRead() throws Exception {
    lab.tell("wedge gap 0");
    String text = "ABCDEFGHIJ".repeat(10);
    scan("]Q1", text);
    lab.tell("wedge gap 4");
    assertThat(ears.nextText()).isEqualTo(text);
  }

  @Test
  void nobodyElseSeesWhatItTypes() throws Exception {
    assertThat(functions(WEDGE)).isNotEmpty().allMatch(f -> f.isClaimed() && f.nodes().isEmpty());
  }
}
