package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.core.maintenance.MaintenanceStatus;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/** The content of one document: every value that counts is there and permitted, or a line says which is not. */
record DocumentContent(String pageId, boolean maintenance) {
    private static final int ID = 180;
    private static final int URL = 500;
    private static final int ANY = Integer.MAX_VALUE;

    private static final Set<MaintenanceStatus> MAINTENANCE = EnumSet.of(
            MaintenanceStatus.SCHEDULED,
            MaintenanceStatus.IN_PROGRESS,
            MaintenanceStatus.VERIFYING,
            MaintenanceStatus.COMPLETED);

    static StatuspageDocument read(String file, JsonNode tree) {
        JsonMembers document = new JsonMembers(file, tree);
        StatuspagePage page = document.object("page", DocumentContent::page);
        List<StatuspageIncident> incidents =
                document.optionalList("incidents", new DocumentContent(page.id(), false)::incident);
        List<StatuspageIncident> maintenances =
                document.optionalList("scheduled_maintenances", new DocumentContent(page.id(), true)::incident);
        List<StatuspageComponent> components = document.optionalList("components", DocumentContent::component);
        if (incidents == null && maintenances == null && components == null) {
            throw document.invalid("there are no incidents, scheduled_maintenances or components; "
                    + "name a document of the Statuspage API v2");
        }
        return new StatuspageDocument(page, orNone(components), orNone(incidents), orNone(maintenances));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static StatuspagePage page(JsonMembers page) {
        String timeZone = page.name("time_zone", ANY);
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw page.invalid("there is no time_zone '%s'; use a name such as Europe/Berlin or Etc/UTC"
                    .formatted(Quoted.shorten(timeZone)));
        }
        return new StatuspagePage(
                page.name("id", ID),
                page.name("name", ANY),
                page.optionalText("url", URL),
                timeZone,
                page.optionalInstant("updated_at"));
    }

    private StatuspageIncident incident(JsonMembers unnamed) {
        String id = unnamed.name("id", ID);
        JsonMembers incident = unnamed.named((maintenance ? "maintenance " : "incident ") + Quoted.shorten(id));
        Instant createdAt = incident.instant("created_at");
        return new StatuspageIncident(
                id,
                incident.text("name", ANY),
                incident.word("status", statuses()),
                createdAt,
                Objects.requireNonNullElse(incident.optionalInstant("updated_at"), createdAt),
                incident.optionalInstant("monitoring_at"),
                incident.optionalInstant("resolved_at"),
                incident.word("impact", impacts()),
                incident.optionalText("shortlink", URL),
                incident.optionalInstant("started_at"),
                Objects.requireNonNullElse(incident.optionalText("page_id", ANY), pageId),
                incident.list("incident_updates", update -> update(id, update)),
                orNone(incident.optionalList("components", DocumentContent::component)),
                maintenance ? incident.instant("scheduled_for") : null,
                maintenance ? incident.instant("scheduled_until") : null);
    }

    private Set<? extends Enum<?>> statuses() {
        return maintenance ? MAINTENANCE : EnumSet.allOf(PublicStatus.class);
    }

    private Set<? extends Enum<?>> impacts() {
        return maintenance ? EnumSet.allOf(Impact.class) : EnumSet.complementOf(EnumSet.of(Impact.MAINTENANCE));
    }

    private StatuspageUpdate update(String incidentId, JsonMembers unnamed) {
        String id = unnamed.name("id", ID);
        JsonMembers update = unnamed.named("update " + Quoted.shorten(id));
        Instant createdAt = update.instant("created_at");
        return new StatuspageUpdate(
                id,
                update.word("status", statuses()),
                update.text("body", ANY),
                incidentId,
                createdAt,
                Objects.requireNonNullElse(update.optionalInstant("updated_at"), createdAt),
                Objects.requireNonNullElse(update.optionalInstant("display_at"), createdAt),
                update.optionalList("affected_components", DocumentContent::effect),
                true,
                null,
                null);
    }

    private static StatuspageEffect effect(JsonMembers unnamed) {
        String code = unnamed.name("code", ID);
        JsonMembers effect = unnamed.named("component " + Quoted.shorten(code));
        Set<ComponentStatus> statuses = EnumSet.allOf(ComponentStatus.class);
        return new StatuspageEffect(
                code,
                effect.text("name", ANY),
                effect.word("old_status", statuses),
                effect.word("new_status", statuses));
    }

    private static StatuspageComponent component(JsonMembers unnamed) {
        String id = unnamed.name("id", ID);
        JsonMembers component = unnamed.named("component " + Quoted.shorten(id));
        return new StatuspageComponent(
                id,
                component.text("name", ANY),
                component.word("status", EnumSet.allOf(ComponentStatus.class)),
                component.optionalInstant("created_at"),
                component.optionalInstant("updated_at"),
                component.integer("position", 0),
                component.optionalText("description", ANY),
                component.flag("showcase"),
                component.optionalText("start_date", ANY),
                component.optionalText("group_id", ID),
                component.optionalText("page_id", ID),
                component.flag("group"),
                component.flag("only_show_if_degraded"));
    }
}
