package org.incidentledger.contracts.faults;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One kind of call to a database.
 *
 * @param call such as {@code commit}; every way to execute a statement is {@code execute}
 * @param sqlStart how the SQL of an executed statement begins; empty for other calls
 * @param after how the SQL of a statement begins that was executed before in the same transaction; empty for any transaction
 */
public record Step(String call, String sqlStart, String after) {
    /** Getting a connection. */
    public static Step connect() {
        return new Step("getConnection", "", "");
    }

    /** Committing a transaction. */
    public static Step commit() {
        return new Step("commit", "", "");
    }

    /** Committing a transaction in which a statement was executed whose SQL begins like this. */
    public static Step commitAfter(String sqlStart) {
        return new Step("commit", "", sqlStart);
    }

    /** Executing a statement whose SQL begins like this. */
    public static Step execute(String sqlStart) {
        return new Step("execute", sqlStart, "");
    }

    /** @param before the SQL of what was executed before in the same transaction */
    boolean matches(String method, @Nullable String sql, Collection<String> before) {
        boolean sameCall = call.equals("execute") ? method.startsWith("execute") : method.equals(call);
        return sameCall
                && (sql == null ? "" : sql).startsWith(sqlStart)
                && (after.isEmpty() || before.stream().anyMatch(executed -> executed.startsWith(after)));
    }
}
