package org.incidentledger.embedded;

/** When the views of a ledger take in what was appended. */
public enum ViewUpkeep {
    /** All the time while the ledger is open, within moments. For services. */
    LIVE,

    /**
     * Not before somebody waits for a position that a view has not reached, rebuilds the views or folds dead letters; from then on
     * like {@link #LIVE}. Until then {@link IncidentLedger#views} are as old as when they were last stored. For a process that is
     * over after one command: it starts nothing that it does not use.
     */
    ON_AWAIT
}
