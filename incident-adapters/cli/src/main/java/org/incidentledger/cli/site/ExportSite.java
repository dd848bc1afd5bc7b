package org.incidentledger.cli.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.web.export.SiteExport;
import org.incidentledger.web.site.LiveSite;
import org.incidentledger.web.site.PublicSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "site",
        description = {
            "Write the public site as files that any server of files can give out. Run it again after something happened: only",
            "what changed is made anew. Feeds and the calendar are written when --site-address says where the site will be."
        },
        footer = {
            "  incident site public --site-address https://status.example.org",
            "  incident site public --site-address https://status.example.org --follow"
        })
final class ExportSite extends CliCommand {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Parameters(paramLabel = "DIR", description = "Folder of the site; made when there is none.")
    Path folder = Path.of("");

    @Option(names = "--follow", description = "Stay, and write what changes as it happens, until stopped.")
    boolean follow;

    @Mixin
    SiteChoices site = new SiteChoices();

    @Override
    protected int run(Invocation invocation) throws IOException {
        Path root = invocation.surroundings().workingDirectory().resolve(folder);
        Clock clock = invocation.surroundings().clock();
        try (IncidentLedger ledger = invocation.openOrMakeLive();
                LiveSite live = LiveSite.follow(ledger, clock, invocation::tell)) {
            SiteExport export = new SiteExport(ledger, site.options(), root);
            PublicSite written = live.now();
            say(invocation, export.write(written), root);
            while (follow && pause()) {
                PublicSite now = live.now();
                if (now.size() != written.size() || !now.at().equals(written.at())) {
                    export.write(now);
                    written = now;
                }
            }
        }
        return ExitCode.DONE;
    }

    private static void say(Invocation invocation, SiteExport.Result result, Path root) {
        invocation
                .answers()
                .print(
                        () -> "Made %,d pages and answers, wrote %,d files to %s."
                                .formatted(result.pages(), result.written(), root),
                        () -> Answers.object()
                                .put("made", result.pages())
                                .put("written", result.written())
                                .put("folder", root.toString()));
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
