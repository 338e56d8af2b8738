package fi.kaiku.terminal.config;

import fi.kaiku.terminal.event.LocalisedText;

/**
 * Whose terminal this is.
 *
 * @param id at the hub; an event of another organiser is an agent's sale (R23)
 * @param area whose policy holds here (R10, R11)
 */
public record VenueConfig(String id, LocalisedText name, String area) {

  static VenueConfig read(Section venue) {
    String id = venue.required("id", ValueKinds.id(), "missing");
    Section names = venue.section("name");
    String fi = names.required("fi", ValueKinds.text(), "missing");
    String sv = names.optional("sv", ValueKinds.text(), fi);
    String en = names.optional("en", ValueKinds.text(), fi);
    names.end();
    String area = venue.optional("area", ValueKinds.id(), "");
    venue.end();
    return new VenueConfig(id, new LocalisedText(fi, sv, en), area);
  }
}
