package org.incidentledger.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.PublicStatus;
import org.incidentledger.web.Client;
import org.incidentledger.web.Scene;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.server.SiteServer;
import org.incidentledger.web.site.LiveSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteExportTest {
    private static final SiteOptions OPTIONS =
            SiteOptions.DEFAULT.withAddress(URI.create("https://status.example.org"));
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)");

    @TempDir
    Path folder;

    @Test
    void every_link_between_files_leads_to_a_file() throws IOException {
        try (Scene scene = Scene.full()) {
            export(scene);
        }
        Set<String> dead = new TreeSet<>();
        for (Path page : files().filter(file -> file.endsWith("index.html")).toList()) {
            LINK.matcher(Files.readString(folder.resolve(page)))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.startsWith("http"))
                    .filter(link -> !isThere(folder.resolve(page).resolveSibling(link)))
                    .forEach(link -> dead.add(page + " → " + link));
        }
        assertThat(dead).isEmpty();
        assertThat(files().map(Path::toString))
                .contains(
                        "incidents/2026-1/post-mortem/index.html",
                        "api/v2/incidents/2026-9.json",
                        "history.atom",
                        "checkpoint")
                .noneMatch(file -> file.contains("2026-drill") || file.contains("2026-quiet"));
    }

    @Test
    void nothing_internal_is_in_any_file() throws IOException {
        try (Scene scene = Scene.full()) {
            export(scene);
        }
        for (Path file : files().filter(file -> !file.startsWith("tile")).toList()) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file.toString())
                    .doesNotContain(Scene.SECRETS);
        }
    }

    @Test
    void only_what_changed_is_made_again() throws IOException {
        try (Scene scene = Scene.full()) {
            long all = export(scene).pages();
            assertThat(export(scene).written()).isZero();
            scene.send(
                    "2026-03-10T12:00:00Z",
                    Scene.post(new IncidentId("2026-9"), "u9", PublicStatus.MONITORING, "Better."));
            scene.settle();
            SiteExport.Result next = export(scene);
            assertThat(next.pages()).isLessThan(all);
            assertThat(Files.readString(folder.resolve("incidents/2026-9/index.html")))
                    .contains("Better.");
            assertThat(Files.readString(folder.resolve("index.html"))).contains("Better.");
        }
    }

    @Test
    void machines_get_from_files_what_they_get_from_the_server() throws IOException {
        try (Scene scene = Scene.full()) {
            export(scene);
            try (SiteServer server = scene.serve(OPTIONS);
                    Client client = new Client(server.address())) {
                for (String path :
                        new String[] {"api/v2/summary.json", "history.rss", "maintenance.ics", "checkpoint"}) {
                    assertThat(Files.readString(folder.resolve(path)))
                            .as(path)
                            .isEqualTo(client.get(path).body());
                }
            }
        }
    }

    private SiteExport.Result export(Scene scene) throws IOException {
        try (LiveSite site = LiveSite.follow(scene.ledger, scene.clock, notice -> {})) {
            return new SiteExport(scene.ledger, OPTIONS, folder).write(site.now());
        }
    }

    private static boolean isThere(Path target) {
        Path file = target.normalize();
        return Files.isDirectory(file) ? Files.exists(file.resolve("index.html")) : Files.exists(file);
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).collect(Collectors.toList()).stream();
        }
    }
}
