package fi.kaiku.provisioning;

import java.util.List;

/** Where the lines of the children go. Called by one thread for each child. */
interface OutputSink {
  void line(String child, String text);

  /**
   * The child's last lines, oldest first, for the words about a failed start; none where a person
   * has seen them already.
   */
  List<String> unseenLines(String child);
}
