package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of a made-up hosting service with three incidents (one reopened, one without impact, one open) and two
 * maintenances, and what becomes of the document when something in it is edited. Things go by their ids.
 */
final class SamplePage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;

    private SamplePage(ObjectNode root) {
        this.root = root;
    }

    static SamplePage load() {
        try (InputStream input =
                Objects.requireNonNull(SamplePage.class.getResourceAsStream("harbour.json"), "harbour.json")) {
            return new SamplePage((ObjectNode) JSON.readTree(input));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StatuspageDocument document() {
        return load().read();
    }

    /** An instant of the month in which everything on the page happened. */
    static Instant march(int day, String time) {
        return Instant.parse("2024-03-%02dT%sZ".formatted(day, time));
    }

    /** Sets a member of the thing with an id; {@code null} sets it to null. */
    SamplePage with(String id, String member, @Nullable Object value) {
        find(id).set(member, JSON.valueToTree(value));
        return this;
    }

    /** Sets a member to the value that a piece of JSON has. */
    SamplePage withJson(String id, String member, String json) {
        try {
            find(id).set(member, JSON.readTree(json));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a member of the thing with an id. */
    SamplePage without(String id, String member) {
        find(id).remove(member);
        return this;
    }

    /** Removes a member of the document itself. */
    SamplePage without(String member) {
        root.remove(member);
        return this;
    }

    /** Removes the thing with an id. */
    SamplePage without(ThingId id) {
        for (JsonNode list : root.findValues("incident_updates")) {
            removeFrom((ArrayNode) list, id.value());
        }
        for (String member : List.of("incidents", "scheduled_maintenances")) {
            if (root.get(member) instanceof ArrayNode list) {
                removeFrom(list, id.value());
            }
        }
        return this;
    }

    /** Adds an update on top of an incident. */
    SamplePage post(String incident, String id, String status, String at) {
        ArrayNode updates = (ArrayNode) find(incident).get("incident_updates");
        ObjectNode update = JSON.createObjectNode();
        update.put("id", id).put("status", status).put("body", "Text of " + id + ".");
        update.put("created_at", at).put("updated_at", at).put("display_at", at);
        updates.insert(0, update);
        find(incident).put("status", status).put("updated_at", at);
        return this;
    }

    StatuspageDocument read() {
        return read(json());
    }

    static StatuspageDocument read(String json) {
        return read(json, new StatuspageReader());
    }

    static StatuspageDocument read(String json, StatuspageReader reader) {
        try {
            return reader.read("page.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json() {
        return root.toString();
    }

    JsonNode tree() {
        return root;
    }

    private ObjectNode find(String id) {
        return Objects.requireNonNull(find(root, id), id);
    }

    private static @Nullable ObjectNode find(JsonNode node, String id) {
        if (node instanceof ObjectNode object && object.path("id").asText().equals(id)) {
            return object;
        }
        for (JsonNode child : node) {
            ObjectNode found = find(child, id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static void removeFrom(ArrayNode list, String id) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).path("id").asText().equals(id)) {
                list.remove(i);
            }
        }
    }

    /** An id, where a bare text would name a member. */
    record ThingId(String value) {}
}
