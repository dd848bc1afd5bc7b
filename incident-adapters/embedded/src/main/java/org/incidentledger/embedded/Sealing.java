package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
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
    private final List<Held> held = new ArrayList<>();

    /** A value, and the command with which it is stored; absent before. */
    private record Held(PlainValue value, @Nullable UUID command) {}

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
        held.add(new Held(value, null));
        return value.sealed();
    }

    /** They are stored, with the command of this id. */
    void stored(List<PlainValue> with, UUID command) {
        held.replaceAll(each -> with.contains(each.value()) ? new Held(each.value(), command) : each);
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
            Held value = held(reference.id());
            if (value.command() != null && !value.command().equals(command)) {
                throw new IllegalArgumentException(
                        "the sealed value %s is stored with the command %s; seal the text anew for each command"
                                .formatted(reference.id(), value.command()));
            }
            found.add(value.value());
        }
        return found;
    }

    private Held held(UUID id) {
        for (Held each : held) {
            if (each.value().id().equals(id)) {
                return each;
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
        return held.size() + " values to be sealed";
    }
}
