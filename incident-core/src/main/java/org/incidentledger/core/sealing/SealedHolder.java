package org.incidentledger.core.sealing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A command or an event that may refer to sealed values. Whoever has such a component also names it here. */
public interface SealedHolder {
    /** The sealed values that it refers to, in the order of its components. */
    default List<SealedValue> sealedValues() {
        return List.of();
    }

    /** The values that are there, of components that may be absent. */
    static List<SealedValue> present(@Nullable SealedValue... values) {
        return Arrays.stream(values).filter(Objects::nonNull).toList();
    }
}
