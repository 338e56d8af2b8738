package fi.kaiku.device.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What became of one test in the guest.
 *
 * @param suite the test class, without its package
 * @param failure the stack trace; empty when all went well
 */
record GuestResult(String suite, String name, String failure) {
  boolean isFailure() {
    return !failure.isEmpty();
  }

  /** Reads the console launcher's report; a skipped test counts as failed, nobody skips there. */
  static List<GuestResult> readAll(Path report) throws IOException {
    List<GuestResult> results = new ArrayList<>();
    NodeList cases = cases(report);
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      String suite = test.getAttribute("classname");
      results.add(
          new GuestResult(
              suite.substring(suite.lastIndexOf('.') + 1),
              test.getAttribute("name"),
              text(test, "failure") + text(test, "error") + text(test, "skipped")));
    }
    return results;
  }

  private static NodeList cases(Path report) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(report.toFile())
          .getElementsByTagName("testcase");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("read " + report, e);
    }
  }

  private static String text(Element test, String kind) {
    NodeList found = test.getElementsByTagName(kind);
    return found.getLength() == 0 ? "" : kind + ": " + found.item(0).getTextContent();
  }
}
