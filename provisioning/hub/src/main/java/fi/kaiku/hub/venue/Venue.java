package fi.kaiku.hub.venue;

/** A place that sells, under the id that its terminals are set up with. */
public record Venue(String id, String name) {
  public Venue {
    Names.VENUE.check("id", id);
    Names.TITLE.check("name", name);
  }
}
