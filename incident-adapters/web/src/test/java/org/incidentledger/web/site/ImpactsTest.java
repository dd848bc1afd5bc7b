package org.incidentledger.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.projections.replay.Stamp;
import org.incidentledger.projections.status.ComponentHistory;
import org.incidentledger.projections.status.ImpactHistory;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.junit.jupiter.api.Test;

class ImpactsTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));
    private static final ComponentHistory WEB = component("web");

    private final Impacts impacts = new Impacts(NOW.minus(Duration.ofDays(91)));

    private static ComponentHistory component(String id) {
        return new ComponentHistory(
                id,
                new ComponentDescription(id, ComponentKind.NODE, null, null, 0),
                null,
                new Stamp(NOW, NOW, 0),
                List.of(),
                null);
    }

    private static ImpactHistory outage(String stream, Instant from) {
        ImpactHistory.Effect effect = new ImpactHistory.Effect(ComponentStatus.MAJOR_OUTAGE, from);
        return new ImpactHistory(
                stream,
                true,
                List.of(new ImpactHistory.Effects("web", List.of(effect))),
                List.of(from.plus(Duration.ofHours(1))));
    }

    @Test
    void a_component_is_reported_on_anew_only_when_something_that_affects_it_changed() {
        impacts.take(outage("incident/1", NOW.minus(Duration.ofDays(2))));
        ComponentReport first = impacts.report(WEB, NOW);
        impacts.replace(
                "incident/1",
                outage("incident/1", NOW.minus(Duration.ofDays(2))).intervals());
        assertThat(impacts.report(WEB, NOW)).isSameAs(first);
        impacts.replace("incident/2", outage("incident/2", NOW.minusSeconds(60)).intervals());
        assertThat(impacts.report(WEB, NOW).status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        impacts.replace("incident/2", List.of());
        assertThat(impacts.report(WEB, NOW)).isEqualTo(first);
    }

    /** A component came onto the page when it was added, unless something affected it earlier. */
    @Test
    void what_affected_a_component_first_still_counts_when_its_story_goes_on() {
        impacts.take(outage("incident/1", LONG_AGO));
        assertThat(impacts.report(WEB, NOW).days()).hasSize(PublicSite.DAYS);
        impacts.replace("incident/1", outage("incident/1", LONG_AGO).intervals());
        assertThat(impacts.report(WEB, NOW).days()).hasSize(PublicSite.DAYS);
        assertThat(impacts.isIncomplete()).isFalse();
    }

    @Test
    void when_it_does_so_no_more_everything_is_to_be_read_again() {
        impacts.take(outage("incident/1", LONG_AGO));
        impacts.take(outage("incident/2", LONG_AGO.plusSeconds(60)));
        impacts.replace("incident/1", List.of());
        assertThat(impacts.isIncomplete()).isTrue();
    }
}
