package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import org.incidentledger.contracts.postgres.PostgresServer;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty database of a real PostgreSQL for each test. */
final class FreshPostgres implements BeforeEachCallback, AfterEachCallback {
    private final List<PostgresDatabase> pools = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // made before each test
    private String url;

    /** The address, which holds user and password. */
    String url() {
        return url;
    }

    /** Connections of their own, as another process has them. */
    PostgresDatabase connect() {
        PostgresDatabase pool = PostgresDatabase.open(url, null);
        pools.add(pool);
        return pool;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        PostgresServer server = PostgresServer.shared();
        url = server.url(server.createDatabase());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        pools.forEach(PostgresDatabase::close);
    }
}
