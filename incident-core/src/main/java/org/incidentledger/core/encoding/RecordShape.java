package org.incidentledger.core.encoding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record, written as a JSON object: its components in their order, each under its name. A component that may be absent is
 * left out when it is; null is never written.
 */
final class RecordShape implements Shape {
    private final Constructor<?> constructor;
    private final List<Member> members;

    /** @param members one for each parameter of the constructor, in their order */
    RecordShape(Constructor<?> constructor, List<Member> members) {
        this.constructor = constructor;
        this.members = List.copyOf(members);
    }

    /** One component. */
    record Member(String name, Method accessor, boolean optional, Shape shape) {}

    @Override
    public void write(JsonGenerator json, Object value) throws IOException {
        json.writeStartObject();
        for (Member member : members) {
            Object component = component(member, value);
            if (component != null) {
                json.writeFieldName(member.name());
                member.shape().write(json, component);
            } else if (!member.optional()) {
                throw new IllegalArgumentException(
                        "%s lacks its %s; give one".formatted(value.getClass().getSimpleName(), member.name()));
            }
        }
        json.writeEndObject();
    }

    @Override
    public Object read(JsonParser json) throws IOException {
        Shape.expect(json, JsonToken.START_OBJECT, "an object");
        @Nullable Object[] components = new @Nullable Object[members.size()];
        int next = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            int found = indexOf(json, next);
            json.nextToken();
            components[found] = members.get(found).shape().read(json);
            next = found + 1;
        }
        requireAll(json, components);
        return construct(json, components);
    }

    private int indexOf(JsonParser json, int next) throws IOException {
        String name = json.currentName();
        int found = indexOf(name, next, members.size());
        if (found < 0) {
            boolean late = indexOf(name, 0, next) >= 0;
            throw Flaw.at(
                    json,
                    late ? "the member stands after one that it must precede" : "there is no member of this name");
        }
        return found;
    }

    private int indexOf(String name, int from, int to) {
        for (int i = from; i < to; i++) {
            if (members.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void requireAll(JsonParser json, @Nullable Object[] components) throws IOException {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == null && !members.get(i).optional()) {
                throw Flaw.at(
                        json,
                        "the member %s is missing".formatted(members.get(i).name()));
            }
        }
    }

    private Object construct(JsonParser json, @Nullable Object[] components) throws IOException {
        try {
            return constructor.newInstance(components);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw Flaw.at(json, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("%s cannot be made".formatted(constructor), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s cannot be called".formatted(constructor), e);
        }
    }

    private static @Nullable Object component(Member member, Object value) {
        try {
            return member.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s cannot be read".formatted(member.accessor()), e);
        }
    }
}
