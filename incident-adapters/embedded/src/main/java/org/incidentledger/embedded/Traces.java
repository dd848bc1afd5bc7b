package org.incidentledger.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.incidentledger.core.sealing.Ciphertext;

/**
 * Finds what is left of erased values in files: any eight neighbouring bytes of what was encrypted, so that neither compression nor
 * pages hide it.
 */
public final class Traces {
    private static final int WINDOW_BYTES = Long.BYTES;

    /** What stands before it in a wrapped key, such as the id of the key that wraps, is the same in all of them. */
    private static final int KEY_TAIL_BYTES = 32;

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

    /** Finds what any of several erasures leaves of values or keys. */
    public static Traces of(List<ErasurePlan> plans) {
        List<Ciphertext> contents = new ArrayList<>();
        for (ErasurePlan plan : plans) {
            plan.values().forEach(value -> contents.add(value.content()));
            if (plan.key() != null) {
                contents.add(tail(plan.key().wrapped().bytes()));
            }
        }
        return new Traces(contents);
    }

    private static Ciphertext tail(byte[] wrapped) {
        return new Ciphertext(
                Arrays.copyOfRange(wrapped, Math.max(0, wrapped.length - KEY_TAIL_BYTES), wrapped.length));
    }

    /** The files in a folder and below it that hold something; none when nothing is left. */
    public List<Path> in(Path folder) throws IOException {
        return FilesBelow.holding(folder, this::isIn);
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
