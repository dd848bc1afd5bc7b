package org.incidentledger.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names the code that makes a state: a hash over the compiled classes of which it consists, and over those of the upcasters. They hold
 * its shape, the way each event changes it and the way an old event is read, so that other code has another name, whatever was changed
 * in it.
 */
final class StateFormat {
    private static final String OURS = "org.incidentledger.";

    private final TreeMap<String, byte[]> classes = new TreeMap<>();

    private StateFormat() {}

    /**
     * The name of the code behind a type of state.
     *
     * @param upcasters what brings stored events up to date before they change the state
     */
    static String of(Class<? extends Record> state, Set<Class<?>> upcasters) {
        StateFormat format = new StateFormat();
        format.add(state);
        upcasters.forEach(format::add);
        format.add(ViewCodec.class);
        return format.name();
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                add(argument);
            }
            add(generic.getRawType());
        } else if (type instanceof Class<?> plain
                && plain.getName().startsWith(OURS)
                && !classes.containsKey(plain.getName())) {
            classes.put(plain.getName(), compiled(plain));
            if (plain.isRecord()) {
                for (RecordComponent component : plain.getRecordComponents()) {
                    add(component.getGenericType());
                }
            }
        }
    }

    private static byte[] compiled(Class<?> type) {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: %s is missing".formatted(file));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            classes.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
