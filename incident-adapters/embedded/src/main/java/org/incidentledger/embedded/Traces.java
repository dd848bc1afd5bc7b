package org.incidentledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;

/**
 * Finds what is left of erased values in files: any eight neighbouring bytes of what was encrypted, so that neither compression nor
 * pages hide it.
 */
public final class Traces {
    private static final int WINDOW_BYTES = Long.BYTES;

    private final Set<Long> windows = new HashSet<>();

    Traces(List<Ciphertext> contents) {
        for (Ciphertext content : contents) {
            byte[] bytes = content.bytes();
            long window = 0;
            for (int i = 0; i < bytes.length; i++) {
                window = window << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
                if (i + 1 >= WINDOW_BYTES) {
                    windows.add(window);
                }
            }
        }
    }

    /** Finds what any of several erasures leaves. */
    public static Traces of(List<ErasurePlan> plans) {
        return new Traces(plans.stream()
                .flatMap(plan -> plan.values().stream())
                .map(EncryptedValue::content)
                .toList());
    }

    /** The files in a folder and below it that hold something; none when nothing is left. */
    public List<Path> in(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isIn(Files.readAllBytes(file))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private boolean isIn(byte[] bytes) {
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = window << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
            if (i + 1 >= WINDOW_BYTES && windows.contains(window)) {
                return true;
            }
        }
        return false;
    }
}
