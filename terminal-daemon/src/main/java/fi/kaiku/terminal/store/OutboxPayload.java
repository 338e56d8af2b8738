package fi.kaiku.terminal.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.EventId;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What goes upstream, by R22 and nothing more. The card is named by a reference to its sealed id,
 * which the upload puts in its place; so a payload never holds anything of a person, and there is
 * no field for assistants (R18).
 */
public sealed interface OutboxPayload {
  /** Under which it is known upstream for ever, however often it arrives. */
  UUID id();

  AdmissionId admission();

  String json();

  /** A card's use. */
  record Use(
      AdmissionId admission,
      EventId event,
      Origin origin,
      Instant at,
      ClockReading.Source timeSource,
      int adults,
      int children,
      Set<Mark> marks)
      implements OutboxPayload {
    public Use {
      marks = Set.copyOf(marks);
    }

    @Override
    public UUID id() {
      return admission.value();
    }

    @Override
    public String json() {
      ObjectNode json = start("use", id());
      json.put("card", "pending:" + admission);
      json.put("event", event.value());
      json.put("venue", origin.venue());
      json.put("terminal", origin.terminal());
      json.put("at", at.toString());
      json.put("timeSource", lowerCase(timeSource));
      json.put("adults", adults);
      json.put("children", children);
      marks.stream().sorted().map(OutboxPayload::lowerCase).forEach(json.putArray("marks")::add);
      return json.toString();
    }
  }

  /** A use was taken back that may have been sent already (R24). */
  record VoidedUse(UUID id, AdmissionId admission, Origin origin, Instant at)
      implements OutboxPayload {
    @Override
    public String json() {
      ObjectNode json = start("void", id);
      json.put("admission", admission.toString());
      json.put("venue", origin.venue());
      json.put("terminal", origin.terminal());
      json.put("at", at.toString());
      return json.toString();
    }
  }

  /** Who records. */
  record Origin(String venue, String terminal) {}

  private static ObjectNode start(String type, UUID id) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type);
    json.put("id", id.toString());
    return json;
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
