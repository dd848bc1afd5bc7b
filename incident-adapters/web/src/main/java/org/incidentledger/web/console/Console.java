package org.incidentledger.web.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.BundleId;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.SealedStates;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.projections.audit.AuditProjection;
import org.incidentledger.projections.audit.AuditQuery;
import org.incidentledger.projections.audit.AuditTrail;
import org.incidentledger.web.content.Body;
import org.incidentledger.web.page.AsOf;
import org.incidentledger.web.page.AuditResult;
import org.incidentledger.web.page.AuditSearch;
import org.incidentledger.web.page.EntryDetails;
import org.incidentledger.web.page.TypedInstant;
import org.incidentledger.web.proof.LedgerFiles;
import org.incidentledger.web.site.PublicSite;

/** What auditors ask of a ledger. Whether they may is decided before. No question looks at more than a bounded part of it. */
public final class Console {
    private static final int SHOWN = 50;
    private static final int LOOKED_AT = 2_000;
    private static final int EXPORTED = 10_000;
    private static final int LOOKED_AT_FOR_EXPORT = 50_000;
    private static final int PAGE_ENTRIES = 500;

    private final IncidentLedger ledger;
    private final LedgerFiles files;
    private final PastSites past;
    private final SealedStates sealed;

    public Console(IncidentLedger ledger, LedgerFiles files) {
        this.ledger = ledger;
        this.files = files;
        this.past = new PastSites(ledger.reader());
        this.sealed = new SealedStates(ledger.as(ActorRef.SYSTEM).vault());
    }

    /**
     * The newest lines that are wanted.
     *
     * @throws InvalidValueException when something that was typed is not what it should be
     */
    public AuditResult search(AuditSearch search) {
        return find(search, SHOWN, LOOKED_AT);
    }

    private AuditResult find(AuditSearch search, int most, int lookedAt) {
        AuditQuery query = search.query();
        long end = search.before() < 0 ? size() : Math.min(search.before(), size());
        String stream = search.stream();
        long lowest = stream == null ? Math.max(0, end - lookedAt) : 0;
        LongStream positions = stream == null
                ? LongStream.iterate(end - 1, position -> position >= lowest, position -> position - 1)
                : ofStream(stream).filter(position -> position < end);
        List<AuditLine> found = new AuditTrail(ledger.views().of(new AuditProjection()))
                .at(positions)
                .filter(query)
                .limit(most + 1L)
                .toList();
        boolean more = found.size() > most;
        List<AuditLine> shown = more ? found.subList(0, most) : found;
        long next = more ? shown.getLast().position() : lowest == 0 ? -1 : lowest;
        return new AuditResult(shown.stream().map(sealed::in).toList(), next);
    }

    /** Newest first. */
    private LongStream ofStream(String name) {
        StreamId stream = StreamId.parse(name);
        List<Long> positions = new ArrayList<>();
        List<StoredEntry> page = ledger.reader().readStream(stream, 0, PAGE_ENTRIES);
        while (!page.isEmpty()) {
            page.forEach(entry -> positions.add(entry.position()));
            page = ledger.reader().readStream(stream, positions.size(), PAGE_ENTRIES);
        }
        return positions.reversed().stream().mapToLong(Long::longValue);
    }

    /**
     * What a search finds, as a file: at most the newest 10,000 lines among the newest 50,000 entries.
     *
     * @param format {@code csv}, {@code jsonl} or {@code pdf}
     * @throws InvalidValueException as {@link #search}
     */
    public Body export(String format, AuditSearch search, Instant now) {
        List<AuditLine> lines = find(search, EXPORTED, LOOKED_AT_FOR_EXPORT).lines();
        return switch (format) {
            case "csv" -> AuditFiles.csv(lines);
            case "jsonl" -> AuditFiles.jsonLines(lines);
            default -> AuditReport.pdf(lines, search.spoken(), files.checkpoint(), now);
        };
    }

    /** The last position of the ledger; -1 when it is empty. */
    public long last() {
        return size() - 1;
    }

    /**
     * The moment that a text means: a position, or an instant.
     *
     * @throws InvalidValueException when it is neither
     */
    public Optional<AsOf> moment(String text) {
        if (last() < 0) {
            return Optional.empty();
        }
        String typed = text.strip();
        if (typed.matches("\\d{1,15}")) {
            return Optional.of(at(Math.min(Long.parseLong(typed), last())));
        }
        long size = ledger.reader().sizeAsOf(TypedInstant.parse(typed));
        return size == 0 ? Optional.empty() : Optional.of(at(Math.min(size - 1, last())));
    }

    private AsOf at(long position) {
        return new AsOf(
                position,
                last(),
                EntryFormat.read(ledger.reader().read(position, 1).getFirst()).recordedAt());
    }

    /** The public site as it stood at a moment. */
    public PublicSite site(AsOf moment) {
        return past.at(moment.position());
    }

    /** One entry with its proof. */
    public Optional<EntryDetails> entry(long position) {
        if (position > last()) {
            return Optional.empty();
        }
        return new AuditTrail(ledger.views().of(new AuditProjection()))
                .at(LongStream.of(position))
                .findFirst()
                .map(line -> new EntryDetails(
                        line,
                        sealed.of(line),
                        new String(entryBytes(position), StandardCharsets.UTF_8),
                        files.proof(position),
                        ledger.key().text()));
    }

    /** The bytes of an entry that there is. */
    public byte[] entryBytes(long position) {
        return ledger.reader().read(position, 1).getFirst().bytes();
    }

    /** A bundle of entries, when the whole of it is in the ledger. */
    public Optional<byte[]> bundle(BundleId id) {
        return LedgerFiles.isWithin(id, size()) ? files.bundle(id) : Optional.empty();
    }

    private long size() {
        return ledger.views().size();
    }
}
