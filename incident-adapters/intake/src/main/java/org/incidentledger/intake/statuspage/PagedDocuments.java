package org.incidentledger.intake.statuspage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Pages of one history put together: everything once, in the order of first mention; of two states of one thing the newer counts. */
final class PagedDocuments {
    private PagedDocuments() {}

    static StatuspageDocument merge(List<StatuspageDocument> pages) {
        StatuspagePage newest = pages.stream()
                .map(StatuspageDocument::page)
                .reduce((a, b) -> updatedAt(b).isAfter(updatedAt(a)) ? b : a)
                .orElseThrow();
        return new StatuspageDocument(
                newest,
                pages.stream().flatMap(page -> page.components().stream()).toList(),
                incidents(pages, StatuspageDocument::incidents),
                incidents(pages, StatuspageDocument::scheduledMaintenances));
    }

    private static Instant updatedAt(StatuspagePage page) {
        return page.updatedAt() == null ? Instant.MIN : page.updatedAt();
    }

    private static List<StatuspageIncident> incidents(
            List<StatuspageDocument> pages, Function<StatuspageDocument, List<StatuspageIncident>> part) {
        Map<String, StatuspageIncident> byId = new LinkedHashMap<>();
        pages.stream()
                .flatMap(page -> part.apply(page).stream())
                .forEach(incident -> byId.merge(incident.id(), withEachUpdateOnce(incident), PagedDocuments::merge));
        return List.copyOf(byId.values());
    }

    private static StatuspageIncident withEachUpdateOnce(StatuspageIncident incident) {
        List<StatuspageUpdate> updates = eachOnce(incident.incidentUpdates());
        return updates.size() == incident.incidentUpdates().size() ? incident : incident.withUpdates(updates);
    }

    private static StatuspageIncident merge(StatuspageIncident first, StatuspageIncident second) {
        return second.updatedAt().isAfter(first.updatedAt())
                ? withUpdatesOf(second, first)
                : withUpdatesOf(first, second);
    }

    private static StatuspageIncident withUpdatesOf(StatuspageIncident newer, StatuspageIncident older) {
        List<StatuspageUpdate> both = new ArrayList<>(newer.incidentUpdates());
        both.addAll(older.incidentUpdates());
        List<StatuspageUpdate> updates = new ArrayList<>(eachOnce(both));
        updates.sort(Comparator.comparing(StatuspageUpdate::createdAt).reversed());
        return newer.withUpdates(updates);
    }

    private static List<StatuspageUpdate> eachOnce(List<StatuspageUpdate> updates) {
        Map<String, StatuspageUpdate> byId = new LinkedHashMap<>();
        updates.forEach(update ->
                byId.merge(update.id(), update, (a, b) -> b.updatedAt().isAfter(a.updatedAt()) ? b : a));
        return List.copyOf(byId.values());
    }
}
