package org.incidentledger.benchmarks;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes H2 as durable as a ledger: a commit returns when a checkpoint has forced it to disk. */
final class ForcedCommits implements InvocationHandler {
    private final Object target;

    private ForcedCommits(Object target) {
        this.target = target;
    }

    static DataSource of(DataSource h2) {
        return proxy(DataSource.class, h2);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
        if (target instanceof Connection connection && method.getName().equals("commit")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
        return result instanceof Connection connection && target instanceof DataSource
                ? proxy(Connection.class, connection)
                : result;
    }

    private static <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new ForcedCommits(target)));
    }
}
