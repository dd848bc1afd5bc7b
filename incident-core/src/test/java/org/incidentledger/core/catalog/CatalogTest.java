package org.incidentledger.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.incidentledger.core.decision.Given;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.publication.ExternalRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
    private static final Limits TIGHT = new Limits(5, 6, 7, 8, 9, 2, 2, 3, 3);
    private static final ComponentId WEB = new ComponentId("web");
    private static final ComponentDescription SITE =
            new ComponentDescription("Site", ComponentKind.SERVICE, null, null, 1);
    private static final ComponentDescription SHOP =
            new ComponentDescription("Shop", ComponentKind.SERVICE, "Sales", "buy here", 2);
    private static final PageDescription PAGE = new PageDescription("Status", null, "Europe/Berlin", null);
    private static final ExternalRef REF = new ExternalRef("statuspage:x", "abc", null);
    private static final CatalogEvent ADDED = new CatalogEvent.ComponentAdded(WEB, SITE, null);
    private static final CatalogEvent RETIRED = new CatalogEvent.ComponentRetired(WEB, "sold");
    private static final CatalogEvent REINSTATED = new CatalogEvent.ComponentReinstated(WEB, "bought back");

    @Nested
    class Describing_the_page {
        @Test
        void tells_the_old_and_the_new_description() {
            PageDescription other = new PageDescription("Status", "https://example.org", "Etc/UTC", REF);

            given().when(new CatalogCommand.DescribePage(PAGE))
                    .then(new CatalogEvent.PageDescribed(null, PAGE))
                    .when(new CatalogCommand.DescribePage(other))
                    .then(new CatalogEvent.PageDescribed(PAGE, other))
                    .when(new CatalogCommand.DescribePage(other))
                    .thenRefused(Rule.NOTHING_CHANGED, "already describes itself like that");
        }

        @Test
        void needs_a_name_and_a_time_zone() {
            given().when(page("", null, "Etc/UTC")).thenRefused(Rule.TEXT_EMPTY, "name of the page");
            under(TIGHT).when(page("123456", null, "Etc/UTC")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 5");
            given().when(page("a", "x".repeat(500), "Etc/UTC")).thenAccepted();
            given().when(page("a", "x".repeat(501), "Etc/UTC")).thenRefused(Rule.TEXT_TOO_LONG, "limit is 500");
            given().when(page("a", null, "Mars/Olympus"))
                    .thenRefused(Rule.TIME_ZONE_UNKNOWN, "'Mars/Olympus'", "use a name such as Europe/Berlin");
        }
    }

    @Nested
    class Adding_a_component {
        @Test
        void puts_it_on_the_page_once() {
            given().when(new CatalogCommand.AddComponent(WEB, SHOP, REF))
                    .then(new CatalogEvent.ComponentAdded(WEB, SHOP, REF))
                    .when(new CatalogCommand.AddComponent(WEB, SITE, null))
                    .thenRefused(Rule.COMPONENT_EXISTS, "component web exists");
        }

        @Test
        void needs_texts_within_the_limits() {
            given().when(add("", null, null)).thenRefused(Rule.TEXT_EMPTY, "name of the component");
            under(TIGHT).when(add("12345", "12345", "123456")).thenAccepted();
            under(TIGHT).when(add("123456", null, null)).thenRefused(Rule.TEXT_TOO_LONG, "the name", "limit is 5");
            under(TIGHT).when(add("a", "123456", null)).thenRefused(Rule.TEXT_TOO_LONG, "the group", "limit is 5");
            under(TIGHT)
                    .when(add("a", null, "1234567"))
                    .thenRefused(Rule.TEXT_TOO_LONG, "the description", "limit is 6");
        }

        @Test
        void stops_at_five_thousand() {
            CatalogEvent[] many = IntStream.range(0, 4_999)
                    .mapToObj(i -> new CatalogEvent.ComponentAdded(new ComponentId("c" + i), SITE, null))
                    .toArray(CatalogEvent[]::new);
            Given<Catalog, CatalogCommand, CatalogEvent> almost = given(many);

            almost.when(new CatalogCommand.AddComponent(WEB, SITE, null))
                    .thenAccepted()
                    .when(new CatalogCommand.AddComponent(new ComponentId("one-more"), SITE, null))
                    .thenRefused(Rule.TOO_MANY, "the catalog has 5,000 components, the limit is 5,000");
        }
    }

    @Nested
    class Describing_a_component {
        @Test
        void tells_the_old_and_the_new_description() {
            given(ADDED)
                    .when(new CatalogCommand.DescribeComponent(WEB, SHOP))
                    .then(new CatalogEvent.ComponentDescribed(WEB, SITE, SHOP))
                    .when(new CatalogCommand.DescribeComponent(WEB, SHOP))
                    .thenRefused(Rule.NOTHING_CHANGED, "component web is already described like that");
            given().when(new CatalogCommand.DescribeComponent(WEB, SHOP))
                    .thenRefused(Rule.COMPONENT_UNKNOWN, "there is no component web");
            given(ADDED)
                    .when(new CatalogCommand.DescribeComponent(
                            WEB, new ComponentDescription(" ", ComponentKind.NODE, null, null, 0)))
                    .thenRefused(Rule.TEXT_EMPTY);
        }

        @Test
        void leaves_a_retired_one_retired() {
            Catalog state = given(ADDED, RETIRED)
                    .when(new CatalogCommand.DescribeComponent(WEB, SHOP))
                    .thenAccepted()
                    .state();

            assertThat(state.components()).containsEntry(WEB, new Catalog.Entry(SHOP, true));
        }
    }

    @Nested
    class Retiring_and_reinstating {
        @Test
        void alternate() {
            Catalog state = given(ADDED)
                    .when(new CatalogCommand.RetireComponent(WEB, "sold"))
                    .then(RETIRED)
                    .when(new CatalogCommand.ReinstateComponent(WEB, "bought back"))
                    .then(REINSTATED)
                    .state();

            assertThat(state.components()).containsEntry(WEB, new Catalog.Entry(SITE, false));
            assertThat(state.events()).isEqualTo(3);
            given(ADDED, RETIRED)
                    .when(new CatalogCommand.RetireComponent(WEB, "sold"))
                    .thenRefused(Rule.COMPONENT_RETIRED, "component web is already retired");
            given(ADDED)
                    .when(new CatalogCommand.ReinstateComponent(WEB, "x"))
                    .thenRefused(Rule.NOTHING_CHANGED, "component web is already on the page");
        }

        @Test
        void need_a_component_and_a_reason() {
            given().when(new CatalogCommand.RetireComponent(WEB, "x")).thenRefused(Rule.COMPONENT_UNKNOWN);
            given().when(new CatalogCommand.ReinstateComponent(WEB, "x")).thenRefused(Rule.COMPONENT_UNKNOWN);
            given(ADDED).when(new CatalogCommand.RetireComponent(WEB, "")).thenRefused(Rule.TEXT_EMPTY, "the reason");
            given(ADDED, RETIRED)
                    .when(new CatalogCommand.ReinstateComponent(WEB, ""))
                    .thenRefused(Rule.TEXT_EMPTY, "the reason");
        }
    }

    @Test
    void every_command_obeys_the_rules_of_all() {
        given().at(Given.NOW.plusSeconds(61))
                .when(new CatalogCommand.DescribePage(PAGE))
                .thenRefused(Rule.IN_THE_FUTURE);
        under(TIGHT)
                .because("1234567")
                .when(new CatalogCommand.DescribePage(PAGE))
                .thenRefused(Rule.TEXT_TOO_LONG, "the reason");
    }

    @ParameterizedTest
    @MethodSource
    void an_event_stops_the_fold(List<CatalogEvent> history) {
        Catalog before = given(history.subList(0, history.size() - 1).toArray(CatalogEvent[]::new))
                .state();

        assertThatExceptionOfType(ImpossibleEventException.class)
                .isThrownBy(() -> before.evolve(history.get(history.size() - 1)));
    }

    static Stream<List<CatalogEvent>> an_event_stops_the_fold() {
        return Stream.of(
                List.of(ADDED, ADDED),
                List.of(RETIRED),
                List.of(REINSTATED),
                List.of(ADDED, REINSTATED),
                List.of(ADDED, RETIRED, RETIRED),
                List.of(new CatalogEvent.ComponentDescribed(WEB, SITE, SHOP)),
                List.of(ADDED, new CatalogEvent.ComponentDescribed(WEB, SHOP, SITE)),
                List.of(new CatalogEvent.PageDescribed(PAGE, PAGE)));
    }

    @Test
    void nobody_changes_the_catalog_from_outside() {
        Catalog state = given(ADDED).state();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> state.components().clear());
    }

    private static Given<Catalog, CatalogCommand, CatalogEvent> given(CatalogEvent... history) {
        return under(Limits.DEFAULT, history);
    }

    private static Given<Catalog, CatalogCommand, CatalogEvent> under(Limits limits, CatalogEvent... history) {
        return Given.<Catalog, CatalogCommand, CatalogEvent>nothing(
                        Catalog.EMPTY, new CatalogDecider(limits)::decide, Catalog::evolve)
                .and(history);
    }

    private static CatalogCommand page(String name, @Nullable String url, String timeZone) {
        return new CatalogCommand.DescribePage(new PageDescription(name, url, timeZone, null));
    }

    private static CatalogCommand add(String name, @Nullable String group, @Nullable String description) {
        return new CatalogCommand.AddComponent(
                WEB, new ComponentDescription(name, ComponentKind.NODE, group, description, 0), null);
    }
}
