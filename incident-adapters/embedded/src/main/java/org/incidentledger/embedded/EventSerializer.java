package org.incidentledger.embedded;

import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.ledger.EncodedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Serializes the events of dead letters under their stable names, as the ledger does; everything else that Axon stores beside
 * them (metadata, tokens) goes to Jackson.
 */
final class EventSerializer implements Serializer {
    private final EventCodec codec;
    private final JacksonSerializer other = JacksonSerializer.defaultSerializer();

    EventSerializer(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        if (object == null || !EventMessages.isEvent(object)) {
            return other.serialize(object, expectedRepresentation);
        }
        EncodedEvent encoded = codec.encode(object);
        byte[] data = encoded.data().getBytes(StandardCharsets.UTF_8);
        return new SimpleSerializedObject<>(
                getConverter().convert(data, expectedRepresentation),
                expectedRepresentation,
                new SimpleSerializedType(encoded.type(), Integer.toString(encoded.revision())));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return other.canSerializeTo(expectedRepresentation);
    }

    @Override
    // As declared by Axon: the stored name of the type decides, not the compiler.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (!isEvent(serialized.getType())) {
            return other.deserialize(serialized);
        }
        byte[] data = getConverter().convert(serialized.getData(), byte[].class);
        String json = new String(data, StandardCharsets.UTF_8);
        return (T) codec.decode(
                new EncodedEvent(
                        serialized.getType().getName(),
                        Integer.parseInt(serialized.getType().getRevision()),
                        json),
                -1);
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public Class classForType(SerializedType type) {
        return isEvent(type) ? Object.class : other.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Axon
    public SerializedType typeForClass(@Nullable Class type) {
        return other.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return other.getConverter();
    }

    private boolean isEvent(SerializedType type) {
        return codec.types().contains(type.getName());
    }
}
