package org.incidentledger.embedded;

import java.util.List;
import java.util.function.Supplier;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.sealing.Sealer;

/** A command with sealed values, encrypted anew for each attempt: what came in between may be the erasure of a subject. */
final class SealedCommand implements Supplier<Prepared> {
    private final Object command;
    private final List<PlainValue> values;
    private final OnDemand<Sealer> sealer;
    private boolean again;

    SealedCommand(Object command, List<PlainValue> values, OnDemand<Sealer> sealer) {
        this.command = command;
        this.values = values;
        this.sealer = sealer;
    }

    @Override
    public Prepared get() {
        if (again) {
            values.forEach(value -> sealer.get().forget(value.subject()));
        }
        again = true;
        return new Prepared(command, sealer.get().seal(values));
    }
}
