package org.incidentledger.bundle;

import org.jspecify.annotations.Nullable;

/** A bundle cannot be written or opened. The message says what to do. */
public abstract sealed class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private BundleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The folder, the file, the key or the checkpoint is not the right one; nothing was written. */
    public static final class Refused extends BundleException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null);
        }
    }

    /** A file cannot be read or written; what was written so far may be written again. */
    public static final class Unavailable extends BundleException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
