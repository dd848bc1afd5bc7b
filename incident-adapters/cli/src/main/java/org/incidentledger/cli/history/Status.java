package org.incidentledger.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.MomentOptions;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.cli.invocation.TextTable;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.Views;
import org.incidentledger.projections.status.ComponentProjection;
import org.incidentledger.projections.status.ImpactProjection;
import org.incidentledger.projections.status.PageProjection;
import org.incidentledger.projections.status.StatusQuery;
import org.incidentledger.projections.status.StatusReport;
import org.incidentledger.projections.status.StatusReport.ComponentReport;
import org.incidentledger.projections.status.StatusReport.DayUptime;
import org.incidentledger.projections.timeline.PublicStory;
import org.incidentledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = {
            "Show what the status page says of every component, with its uptime per day.",
            "Marks of the bar: '#' 100 %%, '+' at least 99 %%, '-' at least 95 %%, '!' less; the last is today."
        },
        footer = {"  incident status", "  incident status --days 30 --as-of 2026-05-01T00:00:00Z"})
final class Status extends CliCommand {
    private static final int SHOWN_DAYS = 30;
    private static final long FULL = 1_000_000;

    @Option(names = "--days", paramLabel = "N", description = "How many days to look back (default: 90).")
    int days = 90;

    @Mixin
    MomentOptions moment = new MomentOptions();

    @Override
    protected int run(Invocation invocation) {
        try (IncidentLedger ledger = invocation.openExisting()) {
            Instant at = moment.instant(invocation, ledger);
            Views views = moment.views(invocation, ledger);
            StatusReport report = new StatusQuery(
                            views.of(new PageProjection()),
                            views.of(new ComponentProjection()),
                            views.of(new ImpactProjection()),
                            views.of(new TimelineProjection()))
                    .at(at, days);
            invocation.answers().print(() -> text(report, invocation), () -> json(report));
        }
        return ExitCode.DONE;
    }

    private String text(StatusReport report, Invocation invocation) {
        StringBuilder text = new StringBuilder(Printable.line("%s at %s: %s"
                        .formatted(
                                report.page() == null ? "Status" : report.page().name(),
                                invocation.times().print(report.at()),
                                Words.of(report.overall()))))
                .append('\n');
        if (report.components().isEmpty()) {
            text.append(
                    "No component is on the page; add one with: incident component add --component ID --name NAME\n");
        } else {
            TextTable table = new TextTable("COMPONENT", "STATUS", "UPTIME", "LAST " + SHOWN_DAYS + " DAYS");
            report.components()
                    .forEach(component -> table.row(
                            component.description().name(),
                            Words.of(component.status()),
                            percent(component.uptimeMillionths()),
                            bar(component.days())));
            text.append(table);
        }
        stories(text, "Open incident", report.openIncidents());
        stories(text, "Running maintenance", report.runningMaintenance());
        stories(text, "Upcoming maintenance", report.upcomingMaintenance());
        return text.toString();
    }

    private static void stories(StringBuilder text, String what, List<PublicStory> stories) {
        stories.forEach(story -> text.append(Printable.line("%s: %s (%s)".formatted(what, story.title(), story.id())))
                .append('\n'));
    }

    private static String percent(@Nullable Long millionths) {
        return millionths == null
                ? "-"
                : String.format(Locale.ROOT, "%d.%04d %%", millionths / 10_000, millionths % 10_000);
    }

    private static String bar(List<DayUptime> all) {
        return all.stream()
                .skip(Math.max(0, all.size() - SHOWN_DAYS))
                .map(day -> mark(day.uptimeMillionths()))
                .collect(Collectors.joining());
    }

    private static String mark(long millionths) {
        if (millionths == FULL) {
            return "#";
        }
        return millionths >= 990_000 ? "+" : millionths >= 950_000 ? "-" : "!";
    }

    private static ObjectNode json(StatusReport report) {
        ObjectNode object = Answers.object()
                .put("at", report.at().toString())
                .put("page", report.page() == null ? null : report.page().name())
                .put("overall", Words.of(report.overall()));
        ArrayNode components = object.putArray("components");
        report.components().forEach(component -> json(component, components.addObject()));
        ids(object.putArray("openIncidents"), report.openIncidents());
        ids(object.putArray("runningMaintenance"), report.runningMaintenance());
        ids(object.putArray("upcomingMaintenance"), report.upcomingMaintenance());
        return object;
    }

    private static void ids(ArrayNode list, List<PublicStory> stories) {
        stories.forEach(story -> list.addObject().put("id", story.id()).put("title", story.title()));
    }

    private static void json(ComponentReport component, ObjectNode object) {
        object.put("id", component.id())
                .put("name", component.description().name())
                .put("status", Words.of(component.status()))
                .put("uptimeMillionths", component.uptimeMillionths());
        ArrayNode causes = object.putArray("causes");
        component.causes().forEach(cause -> causes.add(cause.stream()));
        ArrayNode perDay = object.putArray("days");
        component
                .days()
                .forEach(day -> perDay.addObject()
                        .put("day", day.day().toString())
                        .put("uptimeMillionths", day.uptimeMillionths()));
    }
}
