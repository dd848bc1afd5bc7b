package org.incidentledger.core.sealing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command or an event that may refer to sealed values. Whoever has such a component also names it here. */
public interface SealedHolder {
    /** The sealed values that it refers to, in the order of its components. */
    default List<SealedValue> sealedValues() {
        return List.of();
    }

    /** The values that are there, of components that may be absent. */
    static List<SealedValue> present(@Nullable SealedValue... values) {
        List<SealedValue> present = new ArrayList<>(values.length);
        for (SealedValue value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return Collections.unmodifiableList(present);
    }
}
