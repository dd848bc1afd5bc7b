package org.incidentledger.witness;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.incidentledger.core.tlog.SignedNote;

/** A state in memory that fails when told: before it has kept what it was given, or after. */
final class FaultyState implements WitnessState {

    enum Fault {
        NONE,
        NOT_KEPT,
        KEPT,
        UNREADABLE
    }

    private final Map<String, SignedNote> notes = new ConcurrentHashMap<>();
    private volatile Fault next = Fault.NONE;

    void failNext(Fault fault) {
        next = fault;
    }

    @Override
    public Optional<SignedNote> last(String origin) throws IOException {
        if (taken(Fault.UNREADABLE)) {
            throw new IOException("unreadable");
        }
        return Optional.ofNullable(notes.get(origin));
    }

    @Override
    public void keep(String origin, SignedNote cosigned) throws IOException {
        if (taken(Fault.NOT_KEPT)) {
            throw new IOException("not kept");
        }
        notes.put(origin, cosigned);
        if (taken(Fault.KEPT)) {
            throw new IOException("kept, but nobody knows");
        }
    }

    private boolean taken(Fault fault) {
        boolean now = next == fault;
        next = now ? Fault.NONE : next;
        return now;
    }
}
