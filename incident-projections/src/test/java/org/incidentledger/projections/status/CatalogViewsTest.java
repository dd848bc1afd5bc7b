package org.incidentledger.projections.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.projections.replay.Happened.reported;
import static org.incidentledger.projections.replay.RecordedHistory.instant;
import static org.incidentledger.projections.replay.RecordedHistory.recordedAt;

import java.util.List;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.catalog.ComponentKind;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.projections.replay.RecordedHistory;
import org.incidentledger.projections.replay.Stamp;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CatalogViewsTest {
    private final RecordedHistory history = new RecordedHistory();

    @Nested
    class Of_the_page {
        @Test
        void there_is_none_before_it_is_described() {
            history.incident("a", reported("a")).catalog(new CatalogEvent.ComponentAdded(web(), described("W"), null));
            assertThat(history.fold(new PageProjection()).all()).isEmpty();
        }

        @Test
        void the_last_description_holds() {
            PageDescription first = new PageDescription("Status", null, "Etc/UTC", null);
            ExternalRef external = new ExternalRef("statuspage", "abc", null);
            PageDescription second = new PageDescription("Our status", "https://x.test", "Europe/Berlin", external);
            history.catalog(new CatalogEvent.PageDescribed(null, first), new CatalogEvent.PageDescribed(first, second));
            assertThat(history.fold(new PageProjection()).get("page"))
                    .contains(new Page("Our status", "https://x.test", "Europe/Berlin", external));
        }
    }

    @Nested
    class Of_components {
        @Test
        void what_was_said_before_is_kept() {
            history.at("08:00").catalog(new CatalogEvent.ComponentAdded(web(), described("Web"), null));
            history.at("09:00")
                    .catalog(new CatalogEvent.ComponentDescribed(web(), described("Web"), described("Website")));
            assertThat(component())
                    .isEqualTo(new ComponentHistory(
                            "web",
                            described("Website"),
                            null,
                            new Stamp(instant("08:00"), recordedAt(0), 0),
                            List.of(new ComponentHistory.Earlier(
                                    described("Web"), new Stamp(instant("09:00"), recordedAt(1), 1))),
                            null));
        }

        @Test
        void a_retired_one_is_kept_and_can_come_back() {
            history.at("08:00")
                    .catalog(
                            new CatalogEvent.ComponentAdded(web(), described("Web"), null),
                            new CatalogEvent.ComponentRetired(web(), "gone"));
            assertThat(component().retired()).isEqualTo(new Stamp(instant("08:00"), recordedAt(1), 1));
            history.catalog(new CatalogEvent.ComponentReinstated(web(), "back"));
            assertThat(component().retired()).isNull();
        }
    }

    private ComponentHistory component() {
        return history.fold(new ComponentProjection()).get("web").orElseThrow();
    }

    private static ComponentId web() {
        return new ComponentId("web");
    }

    private static ComponentDescription described(String name) {
        return new ComponentDescription(name, ComponentKind.SERVICE, null, null, 1);
    }
}
