package org.incidentledger.ledger.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What errors of PostgreSQL mean, by their SQL state: the words come in the language of the server. */
final class PostgresFailure {
    private static final String DRIVER = "org.postgresql.";

    private PostgresFailure() {}

    /** What the error means and what to do; empty when PostgreSQL has no part in it, or its own words have to do. */
    static Optional<String> meaning(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getClass().getName().startsWith(DRIVER)) {
                return Optional.ofNullable(known(sql));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String known(SQLException error) {
        String state = error.getSQLState();
        String said = said(error);
        return switch (state == null ? "" : state) {
            case "28P01", "28000", "08004" ->
                "PostgreSQL does not let this user in (%s); check user and password and the server's pg_hba.conf"
                        .formatted(said);
            case "3D000" ->
                "%s; create it with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0, or correct the name"
                        .formatted(said);
            case "42501" -> "%s; grant the right to this user (the guide to operating lists them)".formatted(said);
            case "25006" -> "the server is a read-only replica; use the address of its primary";
            case "53100" -> "the disk of the server is full; free some space and try again";
            case "53300" -> "the server has no connection left; raise max_connections or make the pools smaller";
            case "55P03" -> "another process holds the lock for too long; stop it, or try again";
            case "57P01", "57P02", "57P03" -> "PostgreSQL stops or is starting (%s); try again".formatted(said);
            case "08001" -> "no PostgreSQL answers (%s); start it, or correct host and port".formatted(said);
            case "08000", "08003", "08006", "08007" ->
                "the connection to PostgreSQL was lost (%s); try again".formatted(said);
            default -> null;
        };
    }

    /** The driver's own words, of which the rest of a sentence only repeats what we say, and the reason below them. */
    private static String said(SQLException error) {
        String own = firstLine(error).replaceFirst("^(FATAL|ERROR): ", "").replaceFirst("\\. .*", "");
        Throwable reason = error.getCause();
        return reason == null
                ? own
                : "%s: %s: %s".formatted(own, reason.getClass().getSimpleName(), firstLine(reason));
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
