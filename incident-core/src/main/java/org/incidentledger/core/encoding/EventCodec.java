package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.incidentledger.core.ledger.EncodedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Turns events of incidents, maintenances and the catalog into stored data and back. Reading is strict: data with an unknown,
 * missing, doubled, misplaced or ill-typed member is refused, never guessed at. Immutable, safe for use by many threads; make
 * one and keep it.
 */
public final class EventCodec {
    private final Map<Class<?>, Known> byClass = new HashMap<>();
    private final Map<String, Known> byName = new HashMap<>();
    private final Upcasters upcasters;

    private record Known(EventType type, Shape shape) {}

    /** A codec for every event of this version of the library. */
    public EventCodec() {
        this(EventTypes.ALL, Upcasters.ALL);
    }

    EventCodec(Collection<EventType> types, List<Upcaster> upcasters) {
        for (EventType type : types) {
            Known known = new Known(type, Shapes.of(type.event()));
            byClass.put(type.event(), known);
            byName.put(type.name(), known);
        }
        this.upcasters = new Upcasters(types, upcasters);
    }

    /**
     * The event in the current revision of its type. Instants are kept to the microsecond, what is finer is cut off.
     *
     * @throws org.incidentledger.core.vocabulary.InvalidValueException when a text is no valid Unicode, or an instant or date
     *     lies outside the years 0000 to 9999
     * @throws IllegalArgumentException when the object is no event, or lacks a required value
     */
    public EncodedEvent encode(Object event) {
        Known known = byClass.get(event.getClass());
        if (known == null) {
            throw new IllegalArgumentException("%s is no event with a stable name; list it in EventTypes"
                    .formatted(event.getClass().getName()));
        }
        String data = Json.text(json -> known.shape().write(json, event));
        return new EncodedEvent(known.type().name(), known.type().revision(), data);
    }

    /**
     * The event that was stored, brought up to the current revision.
     *
     * @param position of its entry, for the error message
     * @throws EncodingException when it cannot be read
     */
    public Object decode(EncodedEvent event, long position) {
        Known known = byName.get(event.type());
        if (known == null) {
            throw new EncodingException.UnknownType(position, event.type());
        }
        if (event.revision() > known.type().revision()) {
            throw new EncodingException.UnknownRevision(
                    position, event.type(), event.revision(), known.type().revision());
        }
        try {
            return decode(known, event);
        } catch (IOException e) {
            throw new EncodingException.BrokenEntry(position, event.type(), Flaw.below("/data", e));
        }
    }

    /**
     * The event whose data lies among these bytes; nothing when its type is not known or its revision is not the current one.
     *
     * @param from where the data begins
     * @param to where it ends, not included
     */
    @Nullable
    Object decodeCurrent(String type, long revision, byte[] bytes, int from, int to) throws IOException {
        Known known = byName.get(type);
        if (known == null || revision != known.type().revision()) {
            return null;
        }
        try (JsonParser json = Json.within(bytes, from, to)) {
            json.nextToken();
            Object read = known.shape().read(json);
            if (json.nextToken() != null) {
                throw Flaw.at(json, "something follows the object");
            }
            return read;
        }
    }

    /** The stable names of all events that can be read. */
    public Set<String> types() {
        return new TreeSet<>(byName.keySet());
    }

    /**
     * The code that brings events of older revisions up to date. With other code a stored event may be read otherwise: whoever keeps
     * what was made of events asks whether it is still the same.
     */
    public Set<Class<?>> upcasters() {
        return upcasters.classes();
    }

    private Object decode(Known known, EncodedEvent event) throws IOException {
        try (JsonParser json = Json.stored(event.data())) {
            json.nextToken();
            Object read = event.revision() == known.type().revision()
                    ? known.shape().read(json)
                    : decodeOld(known, event.revision(), json);
            if (json.nextToken() != null) {
                throw Flaw.at(json, "something follows the object");
            }
            return read;
        }
    }

    private Object decodeOld(Known known, int revision, JsonParser json) throws IOException {
        JsonNode data = Json.tree().readTree(json);
        if (!(data instanceof ObjectNode old) || revision < 1) {
            throw Flaw.at(json, "an object in revision 1 or later was expected, found revision %s".formatted(revision));
        }
        ObjectNode current = upcasters.upcast(known.type(), revision, old);
        try (JsonParser upcast = current.traverse()) {
            upcast.nextToken();
            return known.shape().read(upcast);
        }
    }
}
