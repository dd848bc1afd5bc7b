package org.incidentledger.contracts.faults;

import org.jspecify.annotations.Nullable;

/**
 * One kind of call to a database.
 *
 * @param call such as {@code commit}; every way to execute a statement is {@code execute}
 * @param sqlStart how the SQL of an executed statement begins; empty for other calls
 */
public record Step(String call, String sqlStart) {
    /** Getting a connection. */
    public static Step connect() {
        return new Step("getConnection", "");
    }

    /** Committing a transaction. */
    public static Step commit() {
        return new Step("commit", "");
    }

    /** Executing a statement whose SQL begins like this. */
    public static Step execute(String sqlStart) {
        return new Step("execute", sqlStart);
    }

    boolean matches(String method, @Nullable String sql) {
        boolean sameCall = call.equals("execute") ? method.startsWith("execute") : method.equals(call);
        return sameCall && (sql == null ? "" : sql).startsWith(sqlStart);
    }
}
