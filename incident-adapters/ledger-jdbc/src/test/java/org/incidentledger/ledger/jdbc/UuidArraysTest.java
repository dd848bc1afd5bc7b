package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidArraysTest {
    private static final UUID SOME = UUID.fromString("0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f506");
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    @RegisterExtension
    final PostgresTestDatabase database = new PostgresTestDatabase();

    @Test
    void ids_arrive_in_their_order_through_a_pool() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(echoed(connection, List.of(LAST, SOME, new UUID(0, 0))))
                    .containsExactly(LAST, SOME, new UUID(0, 0));
        }
    }

    @Test
    void absent_ids_stay_where_they_were() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(echoed(connection, Arrays.asList(null, SOME, null, LAST)))
                    .containsExactly(null, SOME, null, LAST);
            assertThat(echoed(connection, Arrays.asList((UUID) null))).containsExactly((UUID) null);
        }
    }

    @Test
    void no_ids_are_an_empty_array() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(echoed(connection, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "extended", "extendedForPrepared", "extendedCacheEverything"})
    void any_mode_of_the_driver_gives_the_same(String mode) throws SQLException {
        List<UUID> ids = new Random(7)
                .longs(1_000)
                .mapToObj(bits -> new UUID(bits, ~bits))
                .toList();

        try (Connection connection = DriverManager.getConnection(database.url() + "&preferQueryMode=" + mode)) {
            assertThat(echoed(connection, ids)).isEqualTo(ids);
        }
    }

    /** What the server makes of them, each spelt by itself. */
    private static List<@Nullable UUID> echoed(Connection connection, List<? extends @Nullable UUID> ids)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id::text FROM unnest(?::uuid[]) WITH ORDINALITY AS given (id, number) ORDER BY number")) {
            Array array = UuidArrays.of(connection, ids);
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                List<@Nullable UUID> found = new ArrayList<>();
                while (rows.next()) {
                    String id = rows.getString(1);
                    found.add(id == null ? null : UUID.fromString(id));
                }
                return found;
            }
        }
    }
}
