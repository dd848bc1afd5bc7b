package org.incidentledger.core.sealing;

import java.util.Locale;
import java.util.UUID;

/** What is stored of a sealed value is not what was sealed, or cannot be opened. Names the entry, and nothing of the value. */
public final class SealedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;
    private final UUID value;
    private final Flaw flaw;

    /** What is wrong. */
    public enum Flaw {
        /** Nothing is stored although no entry says that it was erased. */
        MISSING("is missing although no entry erased it; restore the table of sealed values from a copy"),
        /** The key of the subject is missing, or cannot be unwrapped. */
        KEY_UNUSABLE("cannot be opened, because the key of its subject is missing or was not wrapped by the key in use;"
                + " put the keyset back that wrapped it"),
        /** It is not what the subject's key encrypted under this id: changed, cut off, or another value. */
        NOT_AUTHENTIC("was changed, cut off or exchanged; restore it from a copy"),
        /** It can be decrypted, and is not what the entry commits to. */
        NOT_COMMITTED("is not the value that the entry commits to; somebody who has the key encrypted another one"),
        /** No entry refers to it where it is said to be. */
        NOT_REFERRED_TO("is stored for an entry that does not refer to it");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }
    }

    /** @param position of the entry that refers to it, or is said to */
    public SealedValueException(long position, UUID value, Flaw flaw) {
        super(String.format(Locale.ROOT, "position %d: sealed value %s %s", position, value, flaw.words));
        this.position = position;
        this.value = value;
        this.flaw = flaw;
    }

    /** The position of the entry that refers to it. */
    public long position() {
        return position;
    }

    /** The id of the value. */
    public UUID value() {
        return value;
    }

    /** What is wrong. */
    public Flaw flaw() {
        return flaw;
    }
}
