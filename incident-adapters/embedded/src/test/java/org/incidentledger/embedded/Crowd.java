package org.incidentledger.embedded;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.subject.SubjectCommand;

/** People by number, each with an incident and five personal values of which every one holds a mark that nothing else holds. */
final class Crowd {
    /** In every personal value: a search for it finds all of them. */
    static final String MARK = "QzMark";

    private static final ActorRef ADA = new ActorRef("staff/ada");

    private Crowd() {}

    static ActorRef subject(int number) {
        return new ActorRef("client/c" + number);
    }

    /** Where they can be reached, with a mark. */
    static String address(int number) {
        return "%smail%d@example.org".formatted(MARK.toLowerCase(Locale.ROOT), number);
    }

    static IncidentId incident(int number) {
        return new IncidentId("i" + number);
    }

    /** Reports one incident with a sealed reporter and a sealed note, and describes the subject. */
    static void appear(IncidentLedger ledger, int number) {
        ActorRef subject = subject(number);
        IncidentId incident = incident(number);
        Sealing sealing = ledger.sealing();
        ledger.as(ADA)
                .with(sealing)
                .send(LifecycleCommand.ReportIncident.of(
                                incident, "Phishing " + number, IncidentKind.SECURITY_EVENT, Severity.MINOR)
                        .reportedBy(sealing.seal(subject, "%s Name%d <%s>".formatted(MARK, number, address(number)))))
                .receipt();
        ledger.as(ADA)
                .with(sealing)
                .send(new RecordCommand.RecordFinding(
                        incident,
                        "An account was named.",
                        List.of(),
                        sealing.seal(
                                subject,
                                "DE02 %s IBAN%d and what %s free text %d says".formatted(MARK, number, MARK, number))))
                .receipt();
        ledger.as(ADA)
                .with(sealing)
                .send(new SubjectCommand.DescribeSubject(
                        subject,
                        sealing.seal(subject, MARK + " Full Name " + number),
                        sealing.seal(subject, "+49 30 " + MARK + number)))
                .receipt();
    }

    /** So many of them, a few at a time. */
    static void appear(IncidentLedger ledger, int from, int to) {
        IntStream.range(from, to).parallel().forEach(number -> appear(ledger, number));
    }
}
