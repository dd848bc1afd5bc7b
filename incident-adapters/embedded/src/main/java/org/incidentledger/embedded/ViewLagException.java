package org.incidentledger.embedded;

import java.time.Duration;

/** A view did not reach a position in time; it goes on taking in entries. */
public final class ViewLagException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewLagException(String view, long reached, long awaited, Duration waited) {
        super("view %s has reached position %d, not %d, within %s; wait longer, or look for its dead letters"
                .formatted(view, reached, awaited, waited));
    }
}
