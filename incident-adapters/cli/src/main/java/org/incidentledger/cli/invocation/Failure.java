package org.incidentledger.cli.invocation;

import java.io.Serial;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** Why a command ends without being done: one line for people, a word for machines, an exit code for scripts. */
public final class Failure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable String rule;
    private transient @Nullable Place place;

    /**
     * Where in a ledger a check has failed.
     *
     * @param part what was wrong there, in a word for machines
     */
    public record Place(String part, long position) {}

    private Failure(Kind kind, @Nullable String rule, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.rule = rule;
    }

    /** What kinds of failure there are, with the exit code of each. */
    private enum Kind {
        REFUSED(ExitCode.REFUSED),
        CHECK(ExitCode.REFUSED),
        BAD_INPUT(ExitCode.BAD_INPUT),
        STORAGE(ExitCode.STORAGE),
        UNEXPECTED(ExitCode.STORAGE);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    /** A rule of the business stands against the command. */
    public static Failure refused(Refusal refusal) {
        return new Failure(Kind.REFUSED, refusal.rule().word(), refusal.message(), null);
    }

    /** A check that the command makes has failed. */
    public static Failure check(String message) {
        return new Failure(Kind.CHECK, null, message, null);
    }

    /** The same, at a place in a ledger. */
    public static Failure check(String message, Place place) {
        Failure failure = check(message);
        failure.place = place;
        return failure;
    }

    /** The input is wrong; the message names the value, the rule and what to do. */
    public static Failure badInput(String message) {
        return badInput(message, null);
    }

    /** The same, with what gave it away. */
    public static Failure badInput(String message, @Nullable Throwable cause) {
        return new Failure(Kind.BAD_INPUT, null, message, cause);
    }

    /** A file or the ledger cannot be read or written. */
    public static Failure storage(String message, @Nullable Throwable cause) {
        return new Failure(Kind.STORAGE, null, message, cause);
    }

    /** A defect of this program. */
    public static Failure unexpected(Throwable cause) {
        return new Failure(
                Kind.UNEXPECTED,
                null,
                "unexpected %s (%s); run it again with --debug and report what it prints"
                        .formatted(cause.getClass().getSimpleName(), cause.getMessage()),
                cause);
    }

    /** The exit code, one of {@link ExitCode}. */
    public int exitCode() {
        return kind.exitCode;
    }

    /** What kind of failure it is, in one word for machines. */
    public String kind() {
        return Words.of(kind);
    }

    /** The rule that refused the command, when one did. */
    public @Nullable String rule() {
        return rule;
    }

    /** Where a check has failed, when it was a check of a ledger. */
    public @Nullable Place place() {
        return place;
    }

    /** The message, which a failure always has. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
