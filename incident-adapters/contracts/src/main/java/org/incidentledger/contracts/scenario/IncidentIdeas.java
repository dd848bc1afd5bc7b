package org.incidentledger.contracts.scenario;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.incidentledger.core.incident.Incident;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.Phase;

/** What somebody might want of an incident: mostly what its phase suggests, at times anything. */
final class IncidentIdeas {
    private static final List<Idea> TELL = List.of(
            TellingIdeas::post,
            TellingIdeas::post,
            TellingIdeas::post,
            TellingIdeas::correct,
            TellingIdeas::correct,
            TellingIdeas::retract,
            TellingIdeas::correctTitle,
            TellingIdeas::notifyAudience,
            TellingIdeas::progress,
            TellingIdeas::complete,
            TellingIdeas::notifyAuthority);
    private static final List<Idea> RESPOND = List.of(
            ResponseIdeas::acknowledge,
            ResponseIdeas::assess,
            ResponseIdeas::assess,
            ResponseIdeas::assign,
            ResponseIdeas::closeAccess,
            ResponseIdeas::closeAccess,
            ResponseIdeas::restoreAccess,
            ResponseIdeas::contain,
            ResponseIdeas::loseContainment,
            ResponseIdeas::resolve,
            ResponseIdeas::resolve,
            ResponseIdeas::reject,
            ResponseIdeas::merge);
    private static final List<Idea> LEARN = List.of(
            AftermathIdeas::proceed,
            AftermathIdeas::proceed,
            AftermathIdeas::proceed,
            AftermathIdeas::revise,
            AftermathIdeas::approve,
            AftermathIdeas::publish,
            AftermathIdeas::waivePostMortem,
            AftermathIdeas::openItem,
            AftermathIdeas::completeItem,
            AftermathIdeas::dropItem,
            AftermathIdeas::reopen);
    private static final List<Idea> RECORD = List.of(
            AftermathIdeas::find,
            AftermathIdeas::find,
            AftermathIdeas::correctRecord,
            AftermathIdeas::erase,
            AftermathIdeas::placeHold,
            AftermathIdeas::liftHold,
            AftermathIdeas::anchor,
            AftermathIdeas::waiveObligation);

    private static final List<List<Idea>> ALL = List.of(TELL, RESPOND, LEARN, RECORD, List.of(ResponseIdeas::report));
    private static final Map<Phase, List<List<Idea>>> LIKELY = new EnumMap<>(Map.of(
            Phase.UNREPORTED, List.of(List.of(ResponseIdeas::report)),
            Phase.REPORTED, List.of(RESPOND, RESPOND, TELL, RECORD),
            Phase.INVESTIGATING, List.of(RESPOND, RESPOND, TELL, RECORD),
            Phase.CONTAINED, List.of(RESPOND, TELL, TELL, LEARN),
            Phase.RESOLVED, List.of(LEARN, LEARN, TELL, RECORD),
            Phase.CLOSED, List.of(LEARN, LEARN, TELL, RECORD),
            Phase.REJECTED, List.of(TELL, RECORD),
            Phase.MERGED, List.of(TELL, RECORD)));

    private final World world;

    IncidentIdeas(World world) {
        this.world = world;
    }

    IncidentCommand next(IncidentId incident, Incident state) {
        List<List<Idea>> families = world.choice().oneIn(6) ? ALL : LIKELY.getOrDefault(state.phase(), ALL);
        return world.choice().of(world.choice().of(families)).command(new Situation(world, incident, state));
    }

    /** One thing that somebody might want. */
    @FunctionalInterface
    interface Idea {
        IncidentCommand command(Situation situation);
    }
}
