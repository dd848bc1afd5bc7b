package org.incidentledger.cli.invocation;

/** The exit codes of every command; scripts rely on them. */
public final class ExitCode {
    /** It was done. */
    public static final int DONE = 0;

    /** A rule refused it, or a check failed. */
    public static final int REFUSED = 1;

    /** The input or the usage is wrong; nothing was done. */
    public static final int BAD_INPUT = 2;

    /** The ledger or another file could not be read or written, or something failed that never should. */
    public static final int STORAGE = 3;

    private ExitCode() {}
}
