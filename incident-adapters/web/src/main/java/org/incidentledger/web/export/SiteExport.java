package org.incidentledger.web.export;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.projections.timeline.StoryType;
import org.incidentledger.web.content.Resource;
import org.incidentledger.web.content.SiteContent;
import org.incidentledger.web.feed.ApiAnswers;
import org.incidentledger.web.page.Assets;
import org.incidentledger.web.page.LedgerIdentity;
import org.incidentledger.web.page.Message;
import org.incidentledger.web.page.PagePath;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.page.SitePages;
import org.incidentledger.web.proof.LedgerFiles;
import org.incidentledger.web.site.PublicSite;
import org.incidentledger.web.site.StoryLine;

/**
 * The public site as files: the same pages, feeds and answers that the server gives. The first run writes everything; the next ones
 * what changed since, which the file {@code .incident-site} in the folder remembers. For use by one thread.
 */
public final class SiteExport {
    private static final String STATE = ".incident-site";
    private static final URI NO_ADDRESS = URI.create("https://status.invalid");

    private final SiteOptions options;
    private final SitePages pages;
    private final SiteContent content;
    private final LedgerFiles files;
    private final IncidentLedger ledger;
    private final SiteFolder folder;

    /**
     * @param options without an address, feeds and the calendar are left out: their links need one
     * @param root made when there is none
     * @throws IOException when the folder cannot be made
     */
    public SiteExport(IncidentLedger ledger, SiteOptions options, Path root) throws IOException {
        Files.createDirectories(root);
        this.ledger = ledger;
        this.options = options.asFiles();
        this.files = new LedgerFiles(ledger);
        this.pages = new SitePages(
                this.options,
                () -> new LedgerIdentity(ledger.head().origin(), ledger.key().text()));
        this.content = new SiteContent(pages, this.options, files);
        this.folder = new SiteFolder(root);
    }

    /**
     * What was done.
     *
     * @param pages that were made
     * @param written files that were new or different
     */
    public record Result(long pages, long written) {}

    /**
     * Writes what changed.
     *
     * @throws java.io.UncheckedIOException when a file cannot be written
     * @throws org.incidentledger.core.ledger.LedgerException when the ledger cannot be read
     */
    public Result write(PublicSite site) {
        long before = folder.written();
        String kind = kind(site);
        long since = State.parse(folder.text(STATE).orElse("")).since(kind);
        List<StoryLine> changed = site.changedAfter(since - 1).toList();
        List<String> paths = new ArrayList<>(always(site));
        changed.stream()
                .map(SiteExport::month)
                .distinct()
                .forEach(month -> paths.add(new PagePath.History(month).path()));
        long made = put(paths.parallelStream(), site)
                + changed.parallelStream()
                        .mapToLong(line -> site.story(line.stream())
                                .map(site::holding)
                                .map(one -> put(story(line), one))
                                .orElse(0L))
                        .sum();
        folder.put("404.html", notFound(site));
        tiles(since, site.size());
        folder.put(STATE, new State(kind, site.size()).text().getBytes(StandardCharsets.UTF_8));
        return new Result(made, folder.written() - before);
    }

    private byte[] notFound(PublicSite site) {
        return pages.message(site, Message.NOT_FOUND).getBytes(StandardCharsets.UTF_8);
    }

    private long put(Stream<String> paths, PublicSite site) {
        URI address = Optional.ofNullable(options.address()).orElse(NO_ADDRESS);
        return paths.filter(path -> content.find(path, site, () -> address)
                        .map(Resource::maker)
                        .flatMap(maker -> maker.get())
                        .map(body -> {
                            folder.put(path, body.bytes());
                            return path;
                        })
                        .isPresent())
                .count();
    }

    /** What may differ with every event, or with time. */
    private List<String> always(PublicSite site) {
        List<String> paths =
                new ArrayList<>(List.of("", "history/", "maintenance/", "verify/", "checkpoint", "api/openapi.json"));
        Assets.all().forEach(asset -> paths.add("assets/" + asset.name()));
        ApiAnswers.names().forEach(name -> paths.add("api/v2/" + name));
        site.report().components().forEach(component -> paths.add(new PagePath.Component(component.id()).path()));
        if (options.address() != null) {
            paths.addAll(List.of("history.atom", "history.rss", "maintenance.ics", ".well-known/security.txt"));
            site.report()
                    .components()
                    .forEach(component -> Stream.of("atom", "rss")
                            .forEach(format -> paths.add("components/" + component.id() + "/history." + format)));
        }
        return paths;
    }

    private static Stream<String> story(StoryLine line) {
        PagePath page = new PagePath.Story(line.what(), line.id());
        Stream<String> story = Stream.of(page.path(), "api/v2/incidents/" + line.id() + ".json");
        return line.what() == StoryType.INCIDENT && line.hasPostMortem()
                ? Stream.concat(story, Stream.of(new PagePath.PostMortem(line.id()).path()))
                : story;
    }

    private static YearMonth month(StoryLine line) {
        return YearMonth.from(line.began().atOffset(ZoneOffset.UTC));
    }

    private void tiles(long from, long size) {
        for (TileId tile : TileId.writtenByGrowth(Math.min(from, size), size)) {
            files.tile(tile).ifPresent(bytes -> folder.put(tile.path(), bytes));
        }
    }

    /** What every page depends on besides its story: when that changes, everything is made anew. */
    private String kind(PublicSite site) {
        StringBuilder all = new StringBuilder(ledger.head().origin())
                .append(options)
                .append(site.report().page());
        Assets.all().forEach(asset -> all.append(asset.name()));
        site.components().values().stream()
                .map(component -> component.id() + component.description())
                .sorted()
                .forEach(all::append);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
