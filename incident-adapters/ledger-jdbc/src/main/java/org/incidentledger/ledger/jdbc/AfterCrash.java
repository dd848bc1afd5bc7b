package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.ledger.journal.Journal;

/**
 * What is done with an embedded database that was not closed in order, before anybody uses it. H2 may have come back with parts of the
 * last transactions: if the tables of the ledger are torn, they are made anew with the help of the journal. Whether views are torn
 * cannot be told, so they are left empty and made anew from the entries.
 */
final class AfterCrash {
    private static final String LEAVE_OUT_VIEWS =
            "DROP TABLE IF EXISTS view_document, aggregate_snapshot, TokenEntry, DeadLetterEntry";

    private final H2Directory directory;
    private final Connection first;
    private final Journal journal;

    /** @param first the only connection there is */
    AfterCrash(H2Directory directory, Connection first, Journal journal) {
        this.directory = directory;
        this.first = first;
        this.journal = journal;
    }

    /**
     * Leaves the database as it can be used; the first connection may be closed then. One that is torn and that the journal cannot mend
     * is left as it is: opening the ledger says what is wrong with it.
     *
     * @param copy where a database can be made
     * @throws LedgerException.Unavailable when a table is gone and the journal cannot make it anew, or an earlier version
     *     of this library left the database; nothing is changed then
     */
    void mend(DataSource copy) throws SQLException, IOException {
        if (FormerSealedRows.areBeingMoved(first)) {
            // The database had been closed in order, and nothing was appended since.
            leaveOutViews();
        } else if (FormerSealedRows.areIn(first)) {
            throw directory.leftByEarlierVersion();
        } else if (!new H2Tears(first, journal).areThere()) {
            leaveOutViews();
        } else if (new H2Mending(first, journal).replace(directory, copy)) {
            // It is open under the name that is the new one's now.
            first.close();
        } else {
            requireTables();
        }
    }

    /** Opening would make the table anew, without what was in it, or fail in the words of H2. */
    private void requireTables() throws SQLException {
        LostTables lost = LostTables.of(first);
        if (!lost.isEmpty() && (journal.first().isPresent() || lost.leftEntries(first))) {
            throw directory.lacks(lost, journal.first());
        }
    }

    private void leaveOutViews() throws SQLException {
        try (Statement statement = first.createStatement()) {
            statement.execute(LEAVE_OUT_VIEWS);
            statement.execute(Schema.script(new H2Dialect().schemaResource()));
        }
    }
}
