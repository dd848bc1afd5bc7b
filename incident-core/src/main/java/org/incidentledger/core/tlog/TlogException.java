package org.incidentledger.core.tlog;

/**
 * Everything this package throws. Each message names the value found, the rule it breaks and what to do next.
 * Values quoted from input are shortened and escaped, so a message is safe to print.
 */
public abstract sealed class TlogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TlogException(String message) {
        super(message);
    }

    /** Bytes, text or arguments that do not follow the format; nothing was learnt about whether they are genuine. */
    public static final class Malformed extends TlogException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** Well-formed input that proves nothing: a root, a signature or a quorum does not hold. Do not trust the input. */
    public static final class Rejected extends TlogException {
        private static final long serialVersionUID = 1L;

        Rejected(String message) {
            super(message);
        }
    }

    /** The tile source does not hold a tile that the tree's size says must exist. */
    public static final class TileMissing extends TlogException {
        private static final long serialVersionUID = 1L;

        TileMissing(String message) {
            super(message);
        }
    }

    /** A question about a leaf, tile or older tree that lies outside the tree it was put to. */
    public static final class OutsideTree extends TlogException {
        private static final long serialVersionUID = 1L;

        OutsideTree(String message) {
            super(message);
        }
    }
}
