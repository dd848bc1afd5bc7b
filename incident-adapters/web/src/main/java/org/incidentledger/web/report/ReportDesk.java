package org.incidentledger.web.report;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.ReportSource;
import org.incidentledger.core.incident.Severity;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Outcome;
import org.incidentledger.embedded.Sealing;
import org.incidentledger.embedded.ViewLagException;
import org.incidentledger.projections.measures.IncidentMeasures;
import org.incidentledger.projections.measures.MeasuresProjection;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.TimelineProjection;

/**
 * Makes incidents of reports. The reference of a report is its secret: nobody guesses 128 bits of chance. How its reporter can be
 * reached is sealed about a subject of its own, {@code client/REFERENCE} or {@code researcher/REFERENCE}, and erased with that.
 */
public final class ReportDesk {
    private static final ActorRef FORM = new ActorRef("service/report-form");
    private static final Duration PATIENCE_WITH_VIEWS = Duration.ofSeconds(2);
    private static final int REFERENCE_BITS = 128;
    private static final int DIGITS = 26;

    private final IncidentLedger ledger;
    private final SecureRandom random = new SecureRandom();

    public ReportDesk(IncidentLedger ledger) {
        this.ledger = ledger;
    }

    /** What became of a report that was sent. */
    public sealed interface Answer {
        /** It is in the ledger. */
        record Taken(String reference) implements Answer {}

        /** A rule of the ledger stands against it. */
        record Refused(String message) implements Answer {}
    }

    /** Whether anything can be sealed here; without, no contact is taken. */
    public boolean takesContact() {
        return sealing().isPresent();
    }

    private Optional<Sealing> sealing() {
        try {
            return Optional.of(ledger.sealing());
        } catch (LedgerException.Unavailable noKey) {
            return Optional.empty();
        }
    }

    /** @throws LedgerException when storage fails, or what must be sealed cannot be: nothing is stored then */
    public Answer take(Report report) {
        String reference = reference();
        LifecycleCommand.ReportIncident command = command(reference, report);
        if (report.contact().isEmpty()) {
            return answer(reference, ledger.as(FORM).send(command));
        }
        return sealing()
                .map(sealing -> {
                    SealedValue contact = sealing.seal(subject(reference, report), report.contact());
                    return answer(reference, ledger.as(FORM).with(sealing).send(command.reportedBy(contact)));
                })
                .orElseGet(() ->
                        new Answer.Refused("No contact can be kept safely here. Please send the report without."));
    }

    private Answer answer(String reference, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> {
                await(accepted.receipt().lastPosition());
                yield new Answer.Taken(reference);
            }
            case Outcome.Refused refused -> new Answer.Refused(refused.refusal().message());
        };
    }

    private static LifecycleCommand.ReportIncident command(String reference, Report report) {
        return new LifecycleCommand.ReportIncident(
                new IncidentId(reference),
                report.title(),
                report.incidentKind(),
                Severity.MINOR,
                report.source(),
                null,
                report.text(),
                null,
                List.of(),
                false,
                null,
                null);
    }

    private static ActorRef subject(String reference, Report report) {
        return new ActorRef((report.source() == ReportSource.RESEARCHER ? "researcher/" : "client/") + reference);
    }

    /** How far the report of a reference has come. */
    public Optional<FollowUp> follow(String reference) {
        return ledger.views()
                .of(new MeasuresProjection())
                .get(reference)
                .map(measures -> followUp(reference, measures));
    }

    private FollowUp followUp(String reference, IncidentMeasures measures) {
        boolean isPublic = ledger.views()
                .of(new TimelineProjection())
                .get("incident/" + reference)
                .filter(PublicStory::shown)
                .isPresent();
        return new FollowUp(
                reference,
                measures.reported(),
                measures.acknowledged(),
                measures.resolved(),
                measures.dismissed(),
                isPublic ? "incidents/" + reference + "/" : null);
    }

    /** The reporter is sent to a page that reads the views: they should know of it, but need not. */
    private void await(long position) {
        try {
            ledger.await(position, PATIENCE_WITH_VIEWS);
        } catch (ViewLagException e) {
            // It is in the ledger; the page shows it a little later.
        }
    }

    private String reference() {
        String digits = new BigInteger(REFERENCE_BITS, random).toString(Character.MAX_RADIX);
        return "r-" + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
