package org.incidentledger.embedded;

import java.util.List;
import java.util.function.Supplier;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/** A command with sealed values, encrypted anew for each attempt: what came in between may be the erasure of a subject. */
final class SealedCommand implements Supplier<Prepared> {
    private final Object command;
    private final List<PlainValue> values;
    private final OnDemand<Sealer> sealer;
    private SealedChange.@Nullable Seal last;

    SealedCommand(Object command, List<PlainValue> values, OnDemand<Sealer> sealer) {
        this.command = command;
        this.values = values;
        this.sealer = sealer;
    }

    @Override
    public Prepared get() {
        if (last != null) {
            values.forEach(value -> sealer.get().forget(value.subject()));
        }
        last = sealer.get().seal(values);
        return new Prepared(command, last);
    }

    /** The last attempt was stored. */
    void accepted() {
        if (last != null) {
            sealer.get().stored(last);
        }
    }
}
