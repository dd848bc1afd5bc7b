package org.incidentledger.core.axon;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.ledger.SealedChange;

/** Carries the header of a command in the metadata of the command and of the events that follow from it. */
public final class Headers {
    /** The key under which an event that was read from the ledger carries its position, a whole number. */
    public static final String POSITION = "position";

    private static final String KEY = "commandHeader";

    private static final String CHANGE = "sealedChange";

    private Headers() {}

    /** The metadata that carries a header. */
    public static Map<String, ?> metaData(CommandHeader header) {
        return MetaData.with(KEY, header);
    }

    /** The metadata that carries a header, and what its events change among the sealed values. */
    public static Map<String, ?> metaData(CommandHeader header, SealedChange change) {
        return MetaData.with(KEY, header).and(CHANGE, change);
    }

    /** What the events of a command change among the sealed values. */
    public static SealedChange change(Message<?> command) {
        return command.getMetaData().get(CHANGE) instanceof SealedChange change ? change : SealedChange.NONE;
    }

    /**
     * The header that a message carries.
     *
     * @throws IllegalArgumentException when it carries none: it was not sent through the ledger
     */
    public static CommandHeader of(Message<?> message) {
        if (message.getMetaData().get(KEY) instanceof CommandHeader header) {
            return header;
        }
        throw new IllegalArgumentException("%s carries no command header; send commands through the ledger"
                .formatted(message.getPayloadType().getSimpleName()));
    }

    /**
     * The position that an event carries which was read from the ledger.
     *
     * @throws IllegalArgumentException when it carries none
     */
    public static long position(Message<?> message) {
        if (message.getMetaData().get(POSITION) instanceof Number position) {
            return position.longValue();
        }
        throw new IllegalArgumentException("%s carries no position; read it from the ledger"
                .formatted(message.getPayloadType().getSimpleName()));
    }
}
