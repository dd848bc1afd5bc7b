package org.incidentledger.projections.audit;

import java.util.Objects;
import org.incidentledger.core.catalog.CatalogEvent;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.PageDescription;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** How the catalog reads in the audit trail. */
final class CatalogLines {
    private CatalogLines() {}

    static Told tell(CatalogEvent event) {
        return switch (event) {
            case CatalogEvent.PageDescribed e -> described(e.from(), e.to());
            case CatalogEvent.ComponentAdded e ->
                changes(
                                Told.that("added %s %s: %s"
                                        .formatted(
                                                Words.of(e.description().kind()),
                                                e.component(),
                                                Told.quote(e.description().name()))),
                                null,
                                e.description())
                        .set("external", Fields.external(e.external()));
            case CatalogEvent.ComponentDescribed e ->
                changes(
                        Told.that("changed the description of component %s".formatted(e.component())),
                        e.from(),
                        e.to());
            case CatalogEvent.ComponentRetired e ->
                Told.that("retired component %s: %s".formatted(e.component(), Told.line(e.reason())))
                        .change("component " + e.component(), "on the page", "retired")
                        .set("why", e.reason());
            case CatalogEvent.ComponentReinstated e ->
                Told.that("reinstated component %s: %s".formatted(e.component(), Told.line(e.reason())))
                        .change("component " + e.component(), "retired", "on the page")
                        .set("why", e.reason());
        };
    }

    private static Told described(@Nullable PageDescription from, PageDescription to) {
        Told told = Told.that("described the page as %s".formatted(Told.quote(to.name())));
        differing(told, "name", from == null ? null : from.name(), to.name());
        differing(told, "address", from == null ? null : from.url(), to.url());
        differing(told, "time zone", from == null ? null : from.timeZone(), to.timeZone());
        differing(
                told,
                "external",
                Fields.external(from == null ? null : from.external()),
                Fields.external(to.external()));
        return told;
    }

    private static Told changes(Told told, @Nullable ComponentDescription from, ComponentDescription to) {
        differing(told, "name", from == null ? null : from.name(), to.name());
        differing(told, "kind", from == null ? null : from.kind(), to.kind());
        differing(told, "group", from == null ? null : from.group(), to.group());
        differing(told, "description", from == null ? null : from.description(), to.description());
        differing(told, "order", from == null ? null : from.order(), to.order());
        return told;
    }

    private static void differing(Told told, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            told.change(field, from, to);
        }
    }
}
