package org.incidentledger.core.subject;

import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.SealedHolder;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Something that an actor wants of what the ledger holds about one subject. */
public sealed interface SubjectCommand extends SealedHolder {
    /** Whom it is about; never {@code system}. */
    ActorRef subject();

    /**
     * Says who is behind a reference; what is absent stays as it was.
     *
     * @param name such as the name of a member of staff
     * @param contact such as an address or a number
     */
    record DescribeSubject(
            ActorRef subject,
            @Nullable SealedValue name,
            @Nullable SealedValue contact) implements SubjectCommand {
        /** @throws InvalidValueException when the subject is nobody, or a value is about somebody else */
        public DescribeSubject {
            requireSomebody(subject);
            for (SealedValue value : SealedHolder.present(name, contact)) {
                if (!value.subject().equals(subject)) {
                    throw new InvalidValueException(
                            "the value is sealed about %s, not %s".formatted(value.subject(), subject));
                }
            }
        }

        @Override
        public List<SealedValue> sealedValues() {
            return SealedHolder.present(name, contact);
        }
    }

    /** Records that values are about to be shown in plain text. */
    record OpenValues(ActorRef subject, List<UUID> values, Purpose purpose, String reason) implements SubjectCommand {
        /** @throws InvalidValueException when the subject is nobody */
        public OpenValues {
            requireSomebody(subject);
            values = List.copyOf(values);
        }
    }

    /**
     * Erases everything that is sealed about a subject, and the key to it.
     *
     * @param request the reference of the request for erasure
     * @param ground the legal ground on which it is granted
     * @param holdings what is sealed about the subject, as the ledger knows it when the command is sent. The facade fills it in.
     */
    record EraseSubject(ActorRef subject, String request, String ground, Holdings holdings) implements SubjectCommand {
        /** @throws InvalidValueException when the subject is nobody */
        public EraseSubject {
            requireSomebody(subject);
        }
    }

    private static void requireSomebody(ActorRef subject) {
        if (subject.equals(ActorRef.SYSTEM)) {
            throw new InvalidValueException("'system' is nobody whom a value could be about; name a client, a member of"
                    + " staff, a researcher, a supplier or a service");
        }
    }
}
