package org.incidentledger.cli.incident;

import java.util.List;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.ComponentChange;
import org.incidentledger.core.incident.ComponentImpact;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.core.vocabulary.Words;

/** Effects on components as they are written on the command line. */
final class Components {
    private Components() {}

    static List<ComponentImpact> impacts(List<String> given) {
        return given.stream().map(Components::impact).toList();
    }

    private static ComponentImpact impact(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw Failure.badInput("--component '%s' says no status; use ID=STATUS with one of: %s"
                    .formatted(Quoted.shorten(text), Words.all(ComponentStatus.class)));
        }
        return new ComponentImpact(
                new ComponentId(text.substring(0, equals)),
                Words.parse(ComponentStatus.class, text.substring(equals + 1)));
    }

    static List<ComponentChange> changes(List<String> given) {
        return given.stream().map(Components::change).toList();
    }

    private static ComponentChange change(String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':', Math.max(0, equals));
        if (equals < 0 || colon < 0) {
            throw Failure.badInput("--component '%s' says no change; use ID=FROM:TO with two of: %s"
                    .formatted(Quoted.shorten(text), Words.all(ComponentStatus.class)));
        }
        return new ComponentChange(
                new ComponentId(text.substring(0, equals)),
                Words.parse(ComponentStatus.class, text.substring(equals + 1, colon)),
                Words.parse(ComponentStatus.class, text.substring(colon + 1)));
    }
}
