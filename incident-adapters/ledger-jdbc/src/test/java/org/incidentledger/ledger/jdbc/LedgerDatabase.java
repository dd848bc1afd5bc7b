package org.incidentledger.ledger.jdbc;

import javax.sql.DataSource;
import org.incidentledger.core.ledger.Notary;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;

/** An empty database for each test, of whatever kind. */
interface LedgerDatabase extends BeforeEachCallback, AfterEachCallback {
    DataSource dataSource();

    /** Where a ledger in this database lies; one notary knows it for the whole test. */
    JdbcPlace place();

    Notary notary();

    /** Gives up every connection; what is opened then is what lies on disk. */
    void reopen();
}
