package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;

/**
 * The personal or secret values of one command, in plain text until it is sent: {@code sealing.seal(subject, text)} gives what the
 * command holds in their place. Nothing is stored before the command is granted. Each value is for one command, which may be sent
 * again under its id. For use by one thread.
 */
public final class Sealing {
    private final Sealer sealer;
    private final List<PlainValue> values = new ArrayList<>();
    private final Map<UUID, UUID> storedWith = new HashMap<>();

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

    /** They are stored, with the command of this id. */
    void stored(List<PlainValue> with, UUID command) {
        with.forEach(value -> storedWith.put(value.id(), command));
    }

    /**
     * The values to which a command refers.
     *
     * @param command its id when the sender gave one
     * @throws IllegalArgumentException when one was not sealed here, or is stored with another command
     */
    List<PlainValue> valuesOf(List<SealedValue> referred, @Nullable UUID command) {
        List<PlainValue> found = new ArrayList<>();
        for (SealedValue reference : referred) {
            UUID other = storedWith.get(reference.id());
            if (other != null && !other.equals(command)) {
                throw new IllegalArgumentException(
                        "the sealed value %s is stored with the command %s; seal the text anew for each command"
                                .formatted(reference.id(), other));
            }
            found.add(value(reference.id()));
        }
        return found;
    }

    private PlainValue value(UUID id) {
        for (PlainValue value : values) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw notSealed(id);
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
