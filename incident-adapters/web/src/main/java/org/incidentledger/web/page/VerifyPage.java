package org.incidentledger.web.page;

/** How anybody checks what the site says. */
record VerifyPage(Frame frame, LedgerIdentity ledger) {
    static VerifyPage of(LedgerIdentity ledger, SiteFacts facts) {
        return new VerifyPage(Frame.of(new PagePath.Verify(), "Check it yourself", "verify", facts), ledger);
    }
}
