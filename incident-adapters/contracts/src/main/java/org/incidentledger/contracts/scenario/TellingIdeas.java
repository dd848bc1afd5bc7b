package org.incidentledger.contracts.scenario;

import java.util.List;
import java.util.Set;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.NotificationCommand;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.core.incident.ObligationCommand;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.obligation.StageId;
import org.incidentledger.core.publication.PublicUpdate;
import org.incidentledger.core.publication.UpdateId;

/** What those who speak for an incident might want. */
final class TellingIdeas {
    private TellingIdeas() {}

    static IncidentCommand post(Situation now) {
        Choice choice = now.choice();
        return new PublicationCommand.PostUpdate(
                now.incident(),
                new UpdateId(choice.name("u", 12)),
                choice.of(PublicStatus.class),
                choice.text(Scenario.LIMITS.publicText()),
                choice.some(choice.oneIn(10) ? Scenario.LIMITS.components() + 1 : 1, () -> change(choice)),
                choice.maybe(now::sometime),
                null);
    }

    static IncidentCommand correct(Situation now) {
        UpdateId update = update(now);
        PublicUpdate known = now.state().publication().updates().byId().get(update);
        String text = known != null && now.choice().oneIn(6)
                ? known.text()
                : now.choice().text(Scenario.LIMITS.publicText());
        return new PublicationCommand.CorrectUpdate(now.incident(), update, text, now.line());
    }

    static IncidentCommand retract(Situation now) {
        return new PublicationCommand.RetractUpdate(now.incident(), update(now), now.line());
    }

    static IncidentCommand correctTitle(Situation now) {
        String title = now.choice().oneIn(4) ? now.state().publication().title() : now.title();
        return new PublicationCommand.CorrectTitle(now.incident(), title, now.line());
    }

    static IncidentCommand notifyAudience(Situation now) {
        Choice choice = now.choice();
        return new NotificationCommand.NotifyAudience(
                now.incident(),
                new NotificationId(choice.name("n", 4)),
                choice.of(Audience.class),
                Set.copyOf(choice.some(3, () -> choice.of(Channel.class))),
                now.title(),
                choice.text(Scenario.LIMITS.publicText()));
    }

    static IncidentCommand progress(Situation now) {
        Choice choice = now.choice();
        return new NotificationCommand.RecordNotificationProgress(
                now.incident(),
                notification(now),
                choice.of(Channel.class),
                choice.below(1_000),
                choice.below(10),
                choice.maybe(() -> 1_000L + choice.below(1_000)));
    }

    static IncidentCommand complete(Situation now) {
        return new NotificationCommand.CompleteNotification(
                now.incident(),
                notification(now),
                now.choice().below(1_000),
                now.choice().below(10),
                now.line());
    }

    static IncidentCommand notifyAuthority(Situation now) {
        Choice choice = now.choice();
        return new ObligationCommand.NotifyAuthority(
                now.incident(), stage(choice), now.title(), choice.maybe(now::title), now.line());
    }

    static StageId stage(Choice choice) {
        return new StageId(choice.of(List.of("eu-gdpr-33-1-authority", "eu-nis2-23-final", "xx-none")));
    }

    private static UpdateId update(Situation now) {
        return now.knownOr(
                now.state().publication().updates().byId().keySet(),
                new UpdateId(now.choice().name("u", 12)));
    }

    private static NotificationId notification(Situation now) {
        return now.knownOr(
                now.state().notifications().completed().keySet(),
                new NotificationId(now.choice().name("n", 4)));
    }

    private static ComponentChange change(Choice choice) {
        return new ComponentChange(
                new ComponentId(choice.name("c", 6)),
                choice.of(ComponentStatus.class),
                choice.of(ComponentStatus.class));
    }
}
