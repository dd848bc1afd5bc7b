package org.incidentledger.core.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Storage failed. The three kinds ask for three different answers. */
public abstract sealed class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nothing was appended or read; the same call may be tried again once the cause is gone. */
    public static final class Unavailable extends LedgerException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The commit was sent and not answered: ask for the receipt of the command, or send it again under its id. */
    public static final class OutcomeUnknown extends LedgerException {
        private static final long serialVersionUID = 1L;

        private final UUID commandId;

        public OutcomeUnknown(UUID commandId, @Nullable Throwable cause) {
            super(
                    "the outcome of command %s is unknown; ask for its receipt, or send it again under the same id"
                            .formatted(commandId),
                    cause);
            this.commandId = commandId;
        }

        /** The command whose outcome is unknown. */
        public UUID commandId() {
            return commandId;
        }
    }

    /** What is stored contradicts itself: stop, and do not append. */
    public static final class Corrupt extends LedgerException {
        private static final long serialVersionUID = 1L;

        private final long position;

        /** @param position the first position found to be wrong */
        public Corrupt(long position, String message, @Nullable Throwable cause) {
            super("position %d: %s".formatted(position, message), cause);
            this.position = position;
        }

        /** The first position found to be wrong. */
        public long position() {
            return position;
        }
    }
}
