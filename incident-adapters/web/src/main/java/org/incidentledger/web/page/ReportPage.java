package org.incidentledger.web.page;

import java.util.List;
import org.incidentledger.web.report.Report;

/** The form for reports, with what was typed when something about it was wrong. */
record ReportPage(Frame frame, Report report, boolean takesContact) {
    /** What can be reported. */
    record Kind(String word, String text) {}

    static ReportPage of(Report report, boolean takesContact, SiteFacts facts) {
        return new ReportPage(
                new Frame(
                        "../", "Report something", "report", facts.name(), facts.url(), facts.options(), facts.asOf()),
                report,
                takesContact);
    }

    List<Kind> kinds() {
        return List.of(
                new Kind("security-event", "A security event (unknown sign-in …)"),
                new Kind("vulnerability", "A vulnerability"),
                new Kind("abuse", "Abuse coming from our network"),
                new Kind("availability", "Something does not work"));
    }
}
