package org.incidentledger.core.axon;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.incidentledger.core.decision.CommandHeader;

/** Carries the header of a command in the metadata of the command and of the events that follow from it. */
public final class Headers {
    private static final String KEY = "commandHeader";

    private Headers() {}

    /** The metadata that carries a header. */
    public static Map<String, ?> metaData(CommandHeader header) {
        return MetaData.with(KEY, header);
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
}
