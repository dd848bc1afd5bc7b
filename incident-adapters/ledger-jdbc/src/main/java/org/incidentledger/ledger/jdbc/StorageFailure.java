package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.files.FileTrouble;

/** Turns an error of the database, whose effect is known to be none, into one line for an operator. */
final class StorageFailure {
    private StorageFailure() {}

    /** @param doing completes "cannot …" */
    static LedgerException.Unavailable unavailable(String doing, SQLException error) {
        return new LedgerException.Unavailable("cannot %s: %s".formatted(doing, meaning(error)), error);
    }

    /** What the error means and what to do about it, as far as it can be told. */
    static String meaning(SQLException error) {
        return PostgresFailure.meaning(error).orElseGet(() -> meaningOfFiles(error));
    }

    private static String meaningOfFiles(SQLException error) {
        String meaning = FileTrouble.firstLine(error);
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                meaning = FileTrouble.meaning(io);
            } else if (cause instanceof SQLException sql && isClosed(sql) && sql.getCause() == null) {
                meaning =
                        "the database was closed, after an error or by its owner; try again, or open the ledger again";
            }
        }
        return meaning;
    }

    private static boolean isClosed(SQLException error) {
        return error.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED
                || error.getErrorCode() == ErrorCode.DATABASE_CALLED_AT_SHUTDOWN;
    }
}
