package org.incidentledger.core.encoding;

import org.jspecify.annotations.Nullable;

/** An entry of the ledger cannot be read. Each kind names the position, and the type as far as it is known. */
public abstract sealed class EncodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    private EncodingException(long position, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.position = position;
    }

    /** Where in the ledger the entry lies. */
    public long position() {
        return position;
    }

    /** No event of this name is known: a newer version of the library wrote it. */
    public static final class UnknownType extends EncodingException {
        private static final long serialVersionUID = 1L;

        private final String type;

        UnknownType(long position, String type) {
            super(
                    position,
                    "entry %s has the type '%s', which this version of the library does not know; read the ledger with a newer version"
                            .formatted(position, Shown.of(type)),
                    null);
            this.type = type;
        }

        /** The name that is not known. */
        public String type() {
            return type;
        }
    }

    /** The event is known, but not in this revision: a newer version of the library wrote it. */
    public static final class UnknownRevision extends EncodingException {
        private static final long serialVersionUID = 1L;

        private final String type;
        private final int revision;
        private final int highestKnown;

        UnknownRevision(long position, String type, int revision, int highestKnown) {
            super(
                    position,
                    "entry %s has revision %s of %s, this version of the library knows revisions 1 to %s; read the ledger with a newer version"
                            .formatted(position, revision, type, highestKnown),
                    null);
            this.type = type;
            this.revision = revision;
            this.highestKnown = highestKnown;
        }

        /** The stable name of the event. */
        public String type() {
            return type;
        }

        /** The revision that was found. */
        public int revision() {
            return revision;
        }

        /** The highest revision of this type that can be read. */
        public int highestKnown() {
            return highestKnown;
        }
    }

    /** The bytes are not those of an entry, or its data are not those of its type: the ledger was damaged or altered. */
    public static final class BrokenEntry extends EncodingException {
        private static final long serialVersionUID = 1L;

        private final @Nullable String type;
        private final String where;

        BrokenEntry(long position, @Nullable String type, Flaw flaw) {
            super(
                    position,
                    "entry %s (%s) is broken%s: %s; compare the ledger with a copy or restore it from one"
                            .formatted(
                                    position,
                                    type == null ? "type unknown" : Shown.of(type),
                                    flaw.where().isEmpty() ? "" : " at " + flaw.where(),
                                    flaw.getMessage()),
                    flaw);
            this.type = type;
            this.where = flaw.where();
        }

        /** The stable name of the event, when reading got as far as that. */
        public @Nullable String type() {
            return type;
        }

        /**
         * What is wrong: a JSON pointer into the entry such as {@code /data/update}, or a place in its text; empty when
         * the whole is wrong.
         */
        public String where() {
            return where;
        }
    }
}
