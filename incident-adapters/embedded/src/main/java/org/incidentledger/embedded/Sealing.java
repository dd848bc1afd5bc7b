package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.sealing.Sealer;

/**
 * The personal or secret values of one command, in plain text until it is sent: {@code sealing.seal(subject, text)} gives what the
 * command holds in their place. Nothing is stored before the command is granted. For use by one thread.
 */
public final class Sealing {
    private final Sealer sealer;
    private final List<PlainValue> values = new ArrayList<>();

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    /**
     * A reference to a value for the command that is sent with this.
     *
     * @param subject whom it is about; it is erased with everything else about this subject
     * @throws org.incidentledger.core.vocabulary.InvalidValueException when there is nothing to read, it is too long, or the subject
     *     is nobody; the message does not quote it
     */
    public SealedValue seal(ActorRef subject, String text) {
        return hold(sealer.plain(subject, text));
    }

    /** A value that has its id and its key already. */
    SealedValue hold(PlainValue value) {
        values.add(value);
        return value.sealed();
    }

    /** The values to which a command refers. */
    List<PlainValue> valuesOf(List<SealedValue> referred) {
        List<PlainValue> found = new ArrayList<>();
        for (SealedValue reference : referred) {
            found.add(value(reference.id()));
        }
        return found;
    }

    private PlainValue value(UUID id) {
        return values.stream()
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notSealed(id));
    }

    static IllegalArgumentException notSealed(UUID id) {
        return new IllegalArgumentException(("the command refers to the sealed value %s, which was not sealed with it;"
                        + " seal it by a Sealing and send the command with that one")
                .formatted(id));
    }

    @Override
    public String toString() {
        return values.size() + " values to be sealed";
    }
}
