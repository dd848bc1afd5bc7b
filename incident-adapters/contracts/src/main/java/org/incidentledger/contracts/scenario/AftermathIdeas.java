package org.incidentledger.contracts.scenario;

import java.time.LocalDate;
import java.util.Collections;
import org.incidentledger.core.incident.ActionItemCommand;
import org.incidentledger.core.incident.ActionItemId;
import org.incidentledger.core.incident.AnchorKind;
import org.incidentledger.core.incident.Evidence;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.ObligationCommand;
import org.incidentledger.core.incident.PostMortem;
import org.incidentledger.core.incident.PostMortemCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.sealing.SealedValue;

/** What those who record an incident and learn from it might want. */
final class AftermathIdeas {
    private AftermathIdeas() {}

    /** What brings a post-mortem nearer to its publication. */
    static IncidentCommand proceed(Situation now) {
        PostMortem postMortem = now.state().postMortem();
        if (postMortem.latest() == 0) {
            return revise(now);
        }
        return postMortem.approvedBy().size() < Scenario.POLICY.approvalsRequired() ? approve(now) : publish(now);
    }

    static IncidentCommand revise(Situation now) {
        int latest = now.state().postMortem().latest();
        return new PostMortemCommand.RevisePostMortem(
                now.incident(),
                now.choice().oneIn(8) ? latest + 1 : latest,
                now.title(),
                now.choice().text(Scenario.LIMITS.postMortem()),
                now.line());
    }

    static IncidentCommand approve(Situation now) {
        int latest = now.state().postMortem().latest();
        return new PostMortemCommand.ApprovePostMortem(
                now.incident(), now.choice().oneIn(8) ? latest - 1 : latest);
    }

    static IncidentCommand publish(Situation now) {
        return new PostMortemCommand.PublishPostMortem(now.incident());
    }

    static IncidentCommand waivePostMortem(Situation now) {
        return new PostMortemCommand.WaivePostMortem(now.incident(), now.line());
    }

    static IncidentCommand reopen(Situation now) {
        return new LifecycleCommand.ReopenIncident(now.incident(), now.line());
    }

    static IncidentCommand openItem(Situation now) {
        return new ActionItemCommand.OpenActionItem(
                now.incident(),
                new ActionItemId(now.choice().name("a", 4)),
                now.title(),
                now.choice().maybe(now.choice()::actor),
                now.choice()
                        .maybe(() ->
                                LocalDate.of(2026, 2, 1).plusDays(now.choice().below(60))));
    }

    static IncidentCommand completeItem(Situation now) {
        return new ActionItemCommand.CompleteActionItem(now.incident(), item(now), now.line());
    }

    static IncidentCommand dropItem(Situation now) {
        return new ActionItemCommand.DropActionItem(now.incident(), item(now), now.line());
    }

    static IncidentCommand find(Situation now) {
        Choice choice = now.choice();
        Evidence evidence = new Evidence("ab".repeat(32), "text/plain", choice.below(9_999));
        return new RecordCommand.RecordFinding(
                now.incident(),
                choice.text(Scenario.LIMITS.internalText()),
                Collections.nCopies(choice.oneIn(30) ? 101 : choice.below(3), evidence),
                choice.maybe(() -> sealed(choice)));
    }

    static IncidentCommand correctRecord(Situation now) {
        long sequence = now.choice().below((int) now.state().events() + 2) - 1L;
        return new RecordCommand.CorrectRecord(now.incident(), sequence, now.line());
    }

    static IncidentCommand erase(Situation now) {
        return new RecordCommand.EraseSealed(
                now.incident(),
                now.knownOr(
                        now.state().sealedSubjects().values().keySet(),
                        now.choice().client()),
                now.title(),
                now.line());
    }

    static IncidentCommand placeHold(Situation now) {
        return new RecordCommand.PlaceHold(now.incident(), now.line());
    }

    static IncidentCommand liftHold(Situation now) {
        return new RecordCommand.LiftHold(now.incident(), now.line());
    }

    static IncidentCommand anchor(Situation now) {
        AnchorKind anchor = now.choice().of(AnchorKind.class);
        return new ObligationCommand.RecordAnchor(
                now.incident(), anchor, now.sometime(), now.choice().maybe(now::line));
    }

    static IncidentCommand waiveObligation(Situation now) {
        return new ObligationCommand.WaiveObligation(now.incident(), TellingIdeas.stage(now.choice()), now.line());
    }

    static SealedValue sealed(Choice choice) {
        return Scenario.plain(choice.uuid(), choice.client()).sealed();
    }

    private static ActionItemId item(Situation now) {
        return now.knownOr(
                now.state().actionItems().settled().keySet(),
                new ActionItemId(now.choice().name("a", 4)));
    }
}
