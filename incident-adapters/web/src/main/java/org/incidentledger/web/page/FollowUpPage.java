package org.incidentledger.web.page;

import org.incidentledger.web.report.FollowUp;

/** How far a report has come. */
record FollowUpPage(Frame frame, FollowUp followUp) {
    static FollowUpPage of(FollowUp followUp, SiteFacts facts) {
        return new FollowUpPage(
                new Frame("../../", "Your report", "report", facts.name(), facts.url(), facts.options(), facts.asOf()),
                followUp);
    }
}
