package org.incidentledger.contracts.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that fails, or waits, where it is told to, and otherwise does what the real one does. */
public final class FaultyDataSource {
    private final DataSource real;
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final AtomicInteger commits = new AtomicInteger();
    private @Nullable Step pausedStep;
    private @Nullable Pause pause;

    public FaultyDataSource(DataSource real) {
        this.real = real;
    }

    /** What the code under test is given. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(new Lent(null), real, new Call(method, arguments, null));
            return result instanceof Connection connection ? faulty(connection) : result;
        });
    }

    /** Adds a fault that strikes once the ones added before it are spent. */
    public synchronized void add(Fault fault) {
        for (int i = 0; i < fault.times(); i++) {
            faults.add(fault);
        }
    }

    /** Takes away every fault that has not struck yet. */
    public synchronized void clear() {
        faults.clear();
    }

    /** Holds up the next such step. */
    public synchronized Pause pauseAt(Step step) {
        Pause added = new Pause();
        pausedStep = step;
        pause = added;
        return added;
    }

    /** How many faults have not struck yet. */
    public synchronized int faultsLeft() {
        return faults.size();
    }

    /** How many commits were carried out. */
    public int commits() {
        return commits.get();
    }

    private Connection faulty(Connection connection) {
        Lent lent = new Lent(connection);
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(lent, connection, new Call(method, arguments, null));
            if (result instanceof PreparedStatement prepared) {
                return faulty(PreparedStatement.class, lent, prepared, Call.firstText(arguments));
            }
            return result instanceof Statement statement ? faulty(Statement.class, lent, statement, null) : result;
        });
    }

    private <S extends Statement> S faulty(Class<S> type, Lent lent, S statement, @Nullable String prepared) {
        return proxy(type, (self, method, arguments) -> {
            String sql = prepared == null ? Call.firstText(arguments) : prepared;
            return call(lent, statement, new Call(method, arguments, sql));
        });
    }

    private @Nullable Object call(Lent lent, Object target, Call call)
            throws SQLException, ReflectiveOperationException {
        lent.requireUsable(call);
        pauseBefore(call, lent).ifPresent(Pause::hold);
        Fault fault = strike(call, lent);
        lent.note(call);
        if (fault == null) {
            return invoke(target, call);
        }
        if (fault.takesEffect()) {
            invoke(target, call);
        }
        if (fault.connectionLost()) {
            lent.lose();
        }
        throw new SQLException("injected: " + fault, fault.connectionLost() ? "08006" : "58000");
    }

    private @Nullable Object invoke(Object target, Call call) throws SQLException, ReflectiveOperationException {
        try {
            Object result = call.on(target);
            if (call.commits()) {
                commits.incrementAndGet();
            }
            return result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private synchronized @Nullable Fault strike(Call call, Lent lent) {
        Fault next = faults.peek();
        return next != null && call.is(next.step(), lent) ? faults.poll() : null;
    }

    private synchronized Optional<Pause> pauseBefore(Call call, Lent lent) {
        if (pausedStep == null || !call.is(pausedStep, lent)) {
            return Optional.empty();
        }
        pausedStep = null;
        return Optional.ofNullable(pause);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FaultyDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** One call of a method of JDBC, and the SQL that it executes if any. */
    private static final class Call {
        private final Method method;
        private final @Nullable Object @Nullable [] arguments;
        private final @Nullable String sql;

        Call(Method method, @Nullable Object @Nullable [] arguments, @Nullable String sql) {
            this.method = method;
            this.arguments = arguments;
            this.sql = sql;
        }

        String name() {
            return method.getName();
        }

        @Nullable
        Object on(Object target) throws ReflectiveOperationException {
            return method.invoke(target, arguments);
        }

        boolean is(Step step, Lent lent) {
            return step.matches(name(), sql, lent.executed);
        }

        /** As a call of its own, or as the last of the statements that are executed. */
        boolean commits() {
            return name().equals("commit") || (name().startsWith("execute") && sql != null && sql.endsWith("COMMIT"));
        }

        static @Nullable String firstText(@Nullable Object @Nullable [] arguments) {
            return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
        }
    }

    /** A connection, what its transaction has executed so far, and whether it was lost. */
    private static final class Lent {
        private final @Nullable Connection connection;
        private final List<String> executed = new ArrayList<>();
        private boolean lost;

        Lent(@Nullable Connection connection) {
            this.connection = connection;
        }

        void requireUsable(Call call) throws SQLException {
            String method = call.name();
            if (lost && !method.equals("close") && !method.equals("isClosed")) {
                throw new SQLException("injected: the connection was lost before", "08003");
            }
        }

        void note(Call call) {
            if (call.commits() || call.name().equals("rollback")) {
                executed.clear();
            } else if (call.sql != null && call.name().startsWith("execute")) {
                executed.add(call.sql);
            }
        }

        /** Ends the connection as a server does that finds its client gone: the open transaction is undone. */
        void lose() throws SQLException {
            lost = true;
            if (connection != null && !connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
    }
}
