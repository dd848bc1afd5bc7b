package org.incidentledger.embedded;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/** A command with sealed values, encrypted anew for each attempt. */
final class SealedCommand implements Supplier<Prepared> {
    private final Object command;
    private final List<PlainValue> values;
    private final Sealing sealing;
    private final OnDemand<Sealer> sealer;
    private SealedChange.@Nullable Seal last;

    SealedCommand(Object command, List<PlainValue> values, Sealing sealing, OnDemand<Sealer> sealer) {
        this.command = command;
        this.values = values;
        this.sealing = sealing;
        this.sealer = sealer;
    }

    @Override
    public Prepared get() {
        SealedChange.Seal change =
                last == null ? sealer.get().seal(values) : sealer.get().sealAgain(values, last);
        last = change;
        return new Prepared(command, change);
    }

    /** The last attempt was stored. */
    void accepted(UUID commandId) {
        sealing.stored(values, commandId);
        if (last != null) {
            sealer.get().stored(last);
        }
    }
}
