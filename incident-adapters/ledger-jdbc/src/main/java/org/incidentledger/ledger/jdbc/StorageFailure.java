package org.incidentledger.ledger.jdbc;

import java.sql.SQLException;
import org.incidentledger.core.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/** Turns an error of the database, whose effect is known to be none, into one line for an operator. */
final class StorageFailure {
    private static final H2Dialect H2 = new H2Dialect();

    private StorageFailure() {}

    /** @param doing completes "cannot …" */
    static LedgerException.Unavailable unavailable(String doing, SQLException error) {
        return new LedgerException.Unavailable("cannot %s: %s".formatted(doing, meaning(error)), error);
    }

    private static String meaning(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String explained = cause instanceof SQLException sql ? H2.explain(sql) : null;
            if (explained != null) {
                return explained;
            }
        }
        return firstLine(error.getMessage());
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "the database gave no reason"
                : message.lines().findFirst().orElse("");
    }
}
