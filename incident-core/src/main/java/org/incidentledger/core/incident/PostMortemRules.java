package org.incidentledger.core.incident;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.util.Locale;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.jspecify.annotations.Nullable;

/** How a post-mortem is written, approved by others than its author, and published. */
record PostMortemRules(IncidentPolicy policy) {
    Decision<IncidentEvent> decide(Incident state, PostMortemCommand command, CommandHeader header) {
        return switch (command) {
            case PostMortemCommand.RevisePostMortem c -> revise(state, c, header);
            case PostMortemCommand.ApprovePostMortem c ->
                Objections.of(objectToApproval(state.postMortem(), c.revision(), header.actor()))
                        .otherwise(() -> new PostMortemEvent.PostMortemApproved(c.revision(), header.actor()));
            case PostMortemCommand.PublishPostMortem c ->
                Objections.of(state.lifecycle().objectUnlessOver(), objectToPublishing(state.postMortem()))
                        .otherwise(() -> new PostMortemEvent.PostMortemPublished(
                                state.postMortem().latest()));
            case PostMortemCommand.WaivePostMortem c ->
                Objections.of(
                                state.lifecycle().objectIfClosed(),
                                state.lifecycle().objectUnlessOver(),
                                Texts.required("reason for the waiver", c.reason(), limits().line()))
                        .otherwise(() -> new PostMortemEvent.PostMortemWaived(c.reason()));
        };
    }

    private Decision<IncidentEvent> revise(Incident state, PostMortemCommand.RevisePostMortem c, CommandHeader header) {
        int latest = state.postMortem().latest();
        return Objections.of(
                        state.lifecycle().objectIfRejected(),
                        state.lifecycle().objectIfMerged(),
                        when(
                                c.basedOn() != latest,
                                Rule.STALE_REVISION,
                                () -> String.format(
                                        Locale.ROOT,
                                        "this revision is based on %d, the latest is %d; read it and revise that one",
                                        c.basedOn(),
                                        latest)),
                        Texts.required("title of the post-mortem", c.title(), limits().title()),
                        Texts.required("post-mortem", c.body(), limits().postMortem()),
                        Texts.required("account of what changed", c.change(), limits().line()))
                .otherwise(() -> new PostMortemEvent.PostMortemRevised(
                        latest + 1, header.actor(), c.title(), c.body(), c.change()));
    }

    private @Nullable Refusal objectToApproval(PostMortem postMortem, int revision, ActorRef approver) {
        return firstOf(
                when(
                        revision != postMortem.latest() || revision == 0,
                        Rule.STALE_REVISION,
                        () -> String.format(
                                Locale.ROOT,
                                "revision %d cannot be approved, the latest is %d; read that one first",
                                revision,
                                postMortem.latest())),
                when(
                        approver.equals(postMortem.author()),
                        Rule.OWN_APPROVAL,
                        () -> String.format(
                                Locale.ROOT,
                                "%s wrote revision %d; somebody else must approve it",
                                approver,
                                revision)),
                when(
                        !policy.approvers().isEmpty() && !policy.approvers().contains(approver),
                        Rule.NOT_AN_APPROVER,
                        () -> String.format(
                                Locale.ROOT,
                                "%s is not among the %d approvers of the policy; ask one of them",
                                approver,
                                policy.approvers().size())),
                when(
                        postMortem.approvedBy().contains(approver),
                        Rule.ALREADY_APPROVED,
                        () -> String.format(
                                Locale.ROOT,
                                "%s has approved revision %d; nothing is left to do",
                                approver,
                                revision)));
    }

    private @Nullable Refusal objectToPublishing(PostMortem postMortem) {
        int approvals = postMortem.approvedBy().size();
        return firstOf(
                when(
                        postMortem.latest() > 0 && postMortem.latest() == postMortem.published(),
                        Rule.NOTHING_NEW_TO_PUBLISH,
                        () -> String.format(
                                Locale.ROOT, "revision %d is already public; revise it first", postMortem.published())),
                when(
                        postMortem.latest() == 0 || approvals < policy.approvalsRequired(),
                        Rule.NO_APPROVED_REVISION,
                        () -> String.format(
                                Locale.ROOT,
                                "revision %d has %d of the %d approvals that it needs; have it approved first",
                                postMortem.latest(),
                                approvals,
                                policy.approvalsRequired())));
    }

    private Limits limits() {
        return policy.limits();
    }
}
