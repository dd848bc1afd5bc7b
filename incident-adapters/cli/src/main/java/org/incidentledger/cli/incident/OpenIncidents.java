package org.incidentledger.cli.incident;

import java.util.List;
import java.util.stream.Collectors;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.projections.timeline.TimelineProjection;

/** The incidents that go on, for whoever did not say which one is meant. */
final class OpenIncidents {
    private static final int SHOWN = 5;

    private OpenIncidents() {}

    static Failure missingChoice(Invocation invocation) {
        return Failure.badInput("no incident is named; add --incident ID" + candidates(invocation));
    }

    private static String candidates(Invocation invocation) {
        if (!invocation.ledger().exists()) {
            return " (there is no ledger in %s yet; report one first)".formatted(invocation.ledger());
        }
        try (IncidentLedger ledger = invocation.openExisting()) {
            invocation.awaitViews(ledger);
            List<PublicStory> open = ledger.views()
                    .of(new TimelineProjection())
                    .all()
                    .filter(story -> story.what() == StoryType.INCIDENT && story.open())
                    .toList();
            String named = open.stream()
                    .skip(Math.max(0, open.size() - SHOWN))
                    .map(story -> "%s '%s'".formatted(story.id(), Quoted.shorten(story.title())))
                    .collect(Collectors.joining(", "));
            return open.isEmpty() ? "; no incident is open" : "; %d open: %s".formatted(open.size(), named);
        }
    }
}
