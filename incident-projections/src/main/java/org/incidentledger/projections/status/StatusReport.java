package org.incidentledger.projections.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.incidentledger.core.catalog.ComponentDescription;
import org.incidentledger.core.catalog.ComponentStatus;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.projections.timeline.PublicStory;
import org.jspecify.annotations.Nullable;

/**
 * What the status page says at an instant.
 *
 * @param at the instant
 * @param overall the worst status of any component on the page
 * @param components those on the page, by their order, then by name and id
 * @param openIncidents newest first
 * @param runningMaintenance newest first
 * @param upcomingMaintenance the next first
 */
public record StatusReport(
        Instant at,
        @Nullable Page page,
        ComponentStatus overall,
        List<ComponentReport> components,
        List<PublicStory> openIncidents,
        List<PublicStory> runningMaintenance,
        List<PublicStory> upcomingMaintenance) {
    public StatusReport {
        components = List.copyOf(components);
        openIncidents = List.copyOf(openIncidents);
        runningMaintenance = List.copyOf(runningMaintenance);
        upcomingMaintenance = List.copyOf(upcomingMaintenance);
    }

    /**
     * What the page says of one component.
     *
     * @param status the worst that anything makes of it at the instant
     * @param causes what affects it at the instant
     * @param planned the streams of maintenance that is announced for it and has not begun, the next first
     * @param days one for each UTC day, ascending, the last being that of the instant; days before the component came onto
     *     the page are left out, unless something affected it earlier
     * @param uptimeMillionths over all these days together; {@code null} when there is none
     */
    public record ComponentReport(
            String id,
            ComponentDescription description,
            @Nullable ExternalRef external,
            ComponentStatus status,
            List<Interval> causes,
            List<String> planned,
            List<DayUptime> days,
            @Nullable Long uptimeMillionths) {
        public ComponentReport {
            causes = List.copyOf(causes);
            planned = List.copyOf(planned);
            days = List.copyOf(days);
        }

        ComponentReport withPlanned(List<String> streams) {
            return streams.equals(planned)
                    ? this
                    : new ComponentReport(id, description, external, status, causes, streams, days, uptimeMillionths);
        }
    }

    /**
     * How one component fared on one UTC day. At each moment the worst status counts, and only that.
     *
     * @param observedSeconds how much of the day had passed at the instant of the report; a whole day has 86,400
     * @param uptimeMillionths see {@link Uptime}
     * @param streams the incidents and maintenance that affected it on that day, by name
     */
    public record DayUptime(
            LocalDate day,
            long observedSeconds,
            long maintenanceSeconds,
            long degradedSeconds,
            long partialOutageSeconds,
            long majorOutageSeconds,
            long uptimeMillionths,
            List<String> streams) {
        public DayUptime {
            streams = List.copyOf(streams);
        }
    }
}
