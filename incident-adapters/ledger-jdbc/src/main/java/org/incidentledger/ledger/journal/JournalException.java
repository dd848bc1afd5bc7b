package org.incidentledger.ledger.journal;

import java.io.IOException;

/** What is in doubt after a journal could not be written or read. */
public abstract sealed class JournalException extends IOException {
    private static final long serialVersionUID = 1L;

    private JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    private JournalException(String message) {
        super(message);
    }

    /** A record may or may not be there when the journal is opened again: nothing more may be appended until then. */
    public static final class Uncertain extends JournalException {
        private static final long serialVersionUID = 1L;

        Uncertain(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** The journal contradicts itself. */
    public static final class Damaged extends JournalException {
        private static final long serialVersionUID = 1L;

        private final long position;

        /** @param position of the first entry that cannot be read */
        Damaged(long position, String message) {
            super(message);
            this.position = position;
        }

        /** The position of the first entry that cannot be read. */
        public long position() {
            return position;
        }
    }
}
