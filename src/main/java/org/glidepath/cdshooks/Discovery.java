package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.glidepath.rulebook.Service;

/** The discovery document: which services there are and what data they would like to be sent. */
final class Discovery {

  private Discovery() {}

  static JsonNode of(List<Service> services) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode list = document.putArray("services");
    for (Service service : services) {
      ObjectNode entry = list.addObject();
      entry.put("hook", service.hook());
      entry.put("title", service.title());
      entry.put("description", service.description());
      entry.put("id", service.id());
      if (!service.prefetch().isEmpty()) {
        ObjectNode prefetch = entry.putObject("prefetch");
        service.prefetch().forEach(prefetch::put);
      }
    }
    return document;
  }
}
