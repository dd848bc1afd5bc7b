package org.incidentledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;

/** H2 in files below one folder. */
final class H2Site implements Site {
    private final Path folder;

    H2Site(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public String description() {
        return "H2 " + Constants.VERSION
                + ", embedded, in files; the ledger's writes within 500 ms, a journal is forced for each group;"
                + " the others' with WRITE_DELAY=0";
    }

    @Override
    public Pool durable(String database) {
        return new Pool(ForcedCommits.of(source("file", folder.resolve(database), "data")), CONNECTIONS);
    }

    @Override
    public Pool unforced(String database) {
        return new Pool(source("file", folder.resolve(database), "data"), CONNECTIONS);
    }

    @Override
    public boolean mustBeForced() {
        return true;
    }

    @Override
    public EventTableFactory eventTables() {
        return new H2EventTables();
    }

    @Override
    public String bytesType() {
        return "VARBINARY(65535)";
    }

    @Override
    public OurLedger ledger(String database, LedgerOptions options) {
        return new OurLedger(IncidentLedger.open(folder.resolve(database), options));
    }

    @Override
    public VerifierKey key(String database) throws IOException {
        return VerifierKey.parse(Files.readString(folder.resolve(database).resolve("ledger.vkey"))
                .strip());
    }

    @Override
    public Pool beside(String database) {
        // Without a word about WRITE_DELAY, which would be one about the ledger's own connections too.
        return new Pool(
                source("incident-ledger:"
                        + folder.resolve(database).toAbsolutePath().resolve("ledger")),
                1);
    }

    @Override
    public void close() {
        // Each database closes with the last connection to it.
    }

    private static DataSource source(String channel, Path directory, String file) {
        return source("%s:%s;WRITE_DELAY=0"
                .formatted(channel, directory.toAbsolutePath().resolve(file)));
    }

    private static DataSource source(String place) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:%s;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0".formatted(place));
        source.setUser("sa");
        return source;
    }
}
