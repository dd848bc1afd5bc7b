package org.incidentledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Connections to one database of one contestant. They do not commit by themselves. */
final class Pool implements AutoCloseable {
    private final HikariDataSource dataSource;

    Pool(DataSource source, int connections) {
        this(source, connections, false);
    }

    private Pool(DataSource source, int connections, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setAutoCommit(autoCommit);
        this.dataSource = new HikariDataSource(config);
    }

    /** The same for a caller that expects connections which commit by themselves, as most data sources of services do. */
    static Pool committing(DataSource source, int connections) {
        return new Pool(source, connections, true);
    }

    DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
