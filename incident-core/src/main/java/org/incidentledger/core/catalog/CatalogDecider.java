package org.incidentledger.core.catalog;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.decision.Decision;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Objections;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.incidentledger.core.decision.Times;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/** Decides every command of the catalog. Pure, and safe for use by many threads. */
public final class CatalogDecider {
    private static final int MAX_URL = 500;
    private static final int MAX_COMPONENTS = 5_000;

    private final Limits limits;

    public CatalogDecider(Limits limits) {
        this.limits = limits;
    }

    /** Grants the command with the events that follow from it, or refuses it by the first rule that stands against it. */
    public Decision<CatalogEvent> decide(Catalog state, CatalogCommand command, CommandHeader header) {
        Refusal refusal = firstOf(
                Times.notInFuture("the instant", header.occurredAt(), header),
                Texts.optional("reason", header.reason(), limits.line()));
        if (refusal != null) {
            return new Decision.Refused<>(refusal);
        }
        return switch (command) {
            case CatalogCommand.DescribePage c -> describePage(state, c.page());
            case CatalogCommand.AddComponent c -> add(state, c);
            case CatalogCommand.DescribeComponent c -> describe(state, c);
            case CatalogCommand.RetireComponent c ->
                Objections.of(
                                objectToUnknown(state, c.component()),
                                objectToStanding(state, c.component(), true),
                                Texts.required("reason", c.reason(), limits.line()))
                        .otherwise(() -> new CatalogEvent.ComponentRetired(c.component(), c.reason()));
            case CatalogCommand.ReinstateComponent c ->
                Objections.of(
                                objectToUnknown(state, c.component()),
                                objectToStanding(state, c.component(), false),
                                Texts.required("reason", c.reason(), limits.line()))
                        .otherwise(() -> new CatalogEvent.ComponentReinstated(c.component(), c.reason()));
        };
    }

    private Decision<CatalogEvent> describePage(Catalog state, PageDescription page) {
        return Objections.of(
                        Texts.required("name of the page", page.name(), limits.title()),
                        Texts.optional("address of the page", page.url(), MAX_URL),
                        when(
                                !ZoneId.getAvailableZoneIds().contains(page.timeZone()),
                                Rule.TIME_ZONE_UNKNOWN,
                                () -> "there is no time zone '%s'; use a name such as Europe/Berlin or Etc/UTC"
                                        .formatted(Quoted.shorten(page.timeZone()))),
                        when(
                                page.equals(state.page()),
                                Rule.NOTHING_CHANGED,
                                () -> "the page already describes itself like that; say what changed"))
                .otherwise(() -> new CatalogEvent.PageDescribed(state.page(), page));
    }

    private Decision<CatalogEvent> add(Catalog state, CatalogCommand.AddComponent c) {
        return Objections.of(
                        when(
                                state.components().containsKey(c.component()),
                                Rule.COMPONENT_EXISTS,
                                () -> "component %s exists; add under a new id".formatted(c.component())),
                        when(
                                state.components().size() >= MAX_COMPONENTS,
                                Rule.TOO_MANY,
                                () -> String.format(
                                        Locale.ROOT,
                                        "the catalog has %,d components, the limit is %,d; describe a retired one anew",
                                        state.components().size(),
                                        MAX_COMPONENTS)),
                        objectToDescription(c.description()))
                .otherwise(() -> new CatalogEvent.ComponentAdded(c.component(), c.description(), c.external()));
    }

    private Decision<CatalogEvent> describe(Catalog state, CatalogCommand.DescribeComponent c) {
        Catalog.Entry known = state.components().get(c.component());
        return Objections.of(
                        objectToUnknown(state, c.component()),
                        objectToDescription(c.description()),
                        when(
                                known != null && known.description().equals(c.description()),
                                Rule.NOTHING_CHANGED,
                                () -> "component %s is already described like that; say what changed"
                                        .formatted(c.component())))
                .otherwise(() -> new CatalogEvent.ComponentDescribed(
                        c.component(), Objects.requireNonNull(known).description(), c.description()));
    }

    private @Nullable Refusal objectToDescription(ComponentDescription description) {
        return firstOf(
                Texts.required("name of the component", description.name(), limits.title()),
                Texts.optional("group of the component", description.group(), limits.title()),
                Texts.optional("description of the component", description.description(), limits.line()));
    }

    private static @Nullable Refusal objectToUnknown(Catalog state, ComponentId component) {
        return when(
                !state.components().containsKey(component),
                Rule.COMPONENT_UNKNOWN,
                () -> "there is no component %s; add it first".formatted(component));
    }

    private static @Nullable Refusal objectToStanding(Catalog state, ComponentId component, boolean retired) {
        Catalog.Entry known = state.components().get(component);
        return when(
                known != null && known.retired() == retired,
                retired ? Rule.COMPONENT_RETIRED : Rule.NOTHING_CHANGED,
                () -> "component %s is already %s; nothing is left to do"
                        .formatted(component, retired ? "retired" : "on the page"));
    }
}
