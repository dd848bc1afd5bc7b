package org.incidentledger.core.tlog;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.incidentledger.core.tlog.TlogException.Malformed;

/** What a witness answers to {@link AddCheckpointRequest}, as HTTP carries it (C2SP tlog-witness). */
public sealed interface AddCheckpointAnswer {

    /** The type of a body that names a size. */
    String SIZE_TYPE = "text/x.tlog.size";

    /** The type of every other body. */
    String TEXT_TYPE = "text/plain; charset=utf-8";

    /**
     * The witness cosigned and has stored what it cosigned.
     *
     * @param lines 1 to {@value SignedNote#MAX_SIGNATURES} signature lines for the checkpoint, not yet verified
     */
    record Cosigned(List<NoteSignature> lines) implements AddCheckpointAnswer {

        /**
         * Checks the number of lines.
         *
         * @throws Malformed when there are none or too many
         */
        public Cosigned {
            lines = List.copyOf(lines);
            AnswerFormat.requireLines(lines);
        }

        @Override
        public int status() {
            return AnswerFormat.OK;
        }

        @Override
        public String body() {
            return lines.stream().map(line -> line.line() + "\n").collect(Collectors.joining());
        }
    }

    /**
     * The old size of the request is not what the witness cosigned last.
     *
     * @param cosignedSize unsigned; what it cosigned last, 0 when nothing
     */
    record OtherSize(long cosignedSize) implements AddCheckpointAnswer {
        @Override
        public int status() {
            return AnswerFormat.CONFLICT;
        }

        @Override
        public String contentType() {
            return SIZE_TYPE;
        }

        @Override
        public String body() {
            return Long.toUnsignedString(cosignedSize) + "\n";
        }
    }

    /**
     * The witness refused.
     *
     * @param reason why, as far as the status says it
     * @param message one line in the witness's own words, not to be trusted
     */
    record Refused(RefusalReason reason, String message) implements AddCheckpointAnswer {
        @Override
        public int status() {
            return reason.status();
        }

        @Override
        public String body() {
            return message + "\n";
        }
    }

    /** Why a witness refuses. */
    enum RefusalReason {
        /** It cannot read the request, or the old size is larger than that of the checkpoint. */
        MALFORMED(400),

        /** None of the keys that it knows for the log signed, or one of them signed badly. */
        NO_KNOWN_KEY(403),

        /** It does not know the log. */
        UNKNOWN_ORIGIN(404),

        /** It cosigned another root for the same size: the log has shown two histories. */
        OTHER_ROOT(409),

        /** The proof does not show that the checkpoint continues the last one. */
        BAD_PROOF(422);

        private final int status;

        RefusalReason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** The HTTP status. */
    int status();

    /** The content type of the body. */
    default String contentType() {
        return TEXT_TYPE;
    }

    /** The body, to be encoded as UTF-8. */
    String body();

    /**
     * Reads an answer.
     *
     * @param contentType the header's value, empty when there is none
     * @throws Malformed for a status that the protocol does not know, or a body that does not follow it
     */
    static AddCheckpointAnswer parse(int status, String contentType, byte[] body) {
        if (status == AnswerFormat.OK) {
            return new Cosigned(AnswerFormat.lines(body));
        }
        if (status == AnswerFormat.CONFLICT && contentType.equals(SIZE_TYPE)) {
            return new OtherSize(AnswerFormat.size(body));
        }
        RefusalReason reason = Arrays.stream(RefusalReason.values())
                .filter(known -> known.status() == status)
                .findFirst()
                .orElseThrow(() -> AnswerFormat.unknownStatus(status));
        return new Refused(reason, AnswerFormat.message(body));
    }
}
