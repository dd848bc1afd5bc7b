package org.incidentledger.core.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.CommandHeader;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.encoding.KeyRotation;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.Ed25519Signer;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.NoteSigner;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TileId;
import org.incidentledger.core.tlog.TileSource;
import org.incidentledger.core.tlog.TreeEdge;
import org.incidentledger.core.tlog.TreeGrowth;

/** A ledger as rows that a test can write as it likes, signed by keys that it knows. */
final class SampleLedger implements EntrySource, LedgerTree {
    static final String ORIGIN = "ledger.example.org/sample";
    static final Instant START = Instant.parse("2025-03-01T10:00:00Z");

    record TilePlace(int level, long index) {}

    final NavigableMap<Long, byte[]> entries = new TreeMap<>();
    final NavigableMap<Long, SignedCheckpoint> checkpoints = new TreeMap<>();
    final Map<TilePlace, byte[]> tiles = new HashMap<>();
    private final Map<StreamId, Long> lengths = new HashMap<>();
    private TreeEdge edge = TreeEdge.EMPTY;
    private NoteSigner signer = key(1);

    SampleLedger() {
        sign(signer);
    }

    /** Always the same key for the same number. */
    static Ed25519Signer key(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return Ed25519Signer.ofSeed(ORIGIN, seed);
    }

    /** 620 entries in groups of 50, and between them a new key in place of the first. */
    static SampleLedger withTwoKeys() {
        SampleLedger ledger = new SampleLedger();
        ledger.groups(6, 50);
        ledger.rotate(key(2));
        ledger.groups(6, 50);
        ledger.append(19);
        return ledger;
    }

    byte[] entry(long position) {
        return Objects.requireNonNull(entries.get(position));
    }

    byte[] tile(TilePlace place) {
        return Objects.requireNonNull(tiles.get(place));
    }

    String note(long size) {
        return Objects.requireNonNull(checkpoints.get(size)).note();
    }

    SampleLedger copy() {
        SampleLedger copy = new SampleLedger();
        copy.entries.putAll(entries);
        copy.checkpoints.putAll(checkpoints);
        copy.tiles.putAll(tiles);
        copy.lengths.putAll(lengths);
        copy.edge = edge;
        copy.signer = signer;
        return copy;
    }

    void groups(int groups, int entriesOfEach) {
        for (int group = 0; group < groups; group++) {
            append(entriesOfEach);
        }
    }

    /** One group of entries in three streams, and a signed checkpoint over it. */
    void append(int count) {
        List<byte[]> group = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long position = edge.size() + i;
            StreamId stream = new StreamId("sample", "s" + position % 3);
            group.add(entry(ORIGIN, position, stream, next(stream), START.plusSeconds(position)));
        }
        write(group, signer);
    }

    /** A new key takes over. */
    void rotate(NoteSigner successor) {
        rotate(signer.verifierKey().text(), successor, signer, successor);
    }

    /** The same as it should not be. */
    void rotate(String oldKey, NoteSigner successor, NoteSigner... signers) {
        StreamId stream = new StreamId("ledger", "main");
        String data = "{\"oldKey\":\"%s\",\"newKey\":\"%s\"}"
                .formatted(oldKey, successor.verifierKey().text());
        EncodedEvent event = new EncodedEvent(KeyRotation.TYPE, 1, data);
        Instant recordedAt = START.plusSeconds(edge.size());
        write(List.of(entry(ORIGIN, edge.size(), stream, next(stream), recordedAt, event)), signers);
        signer = successor;
    }

    /** Writes a group of entries whatever they are, as their owner would. */
    void write(List<byte[]> group, NoteSigner... signers) {
        List<Hash> leafHashes = group.stream().map(Rfc6962::leafHash).toList();
        group.forEach(bytes -> entries.put((long) entries.size(), bytes));
        TreeGrowth growth = edge.grownBy(leafHashes);
        growth.tiles()
                .forEach(tile ->
                        tiles.put(new TilePlace(tile.id().level(), tile.id().index()), tile.bytes()));
        edge = growth.edge();
        sign(signers);
    }

    void write(byte[] entry) {
        write(List.of(entry), signer);
    }

    long size() {
        return edge.size();
    }

    static byte[] entry(String origin, long position, StreamId stream, long sequence, Instant recordedAt) {
        String data = "{\"number\":%d}".formatted(position);
        return entry(origin, position, stream, sequence, recordedAt, new EncodedEvent("sample.written", 1, data));
    }

    private static byte[] entry(
            String origin, long position, StreamId stream, long sequence, Instant recordedAt, EncodedEvent event) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
        CommandHeader header = new CommandHeader(id, ActorRef.SYSTEM, START, START, null, null);
        Append append = new Append(stream, sequence, header, List.of(new Draft(id, event)));
        return EntryFormat.write(origin, position, recordedAt, append, 0);
    }

    private long next(StreamId stream) {
        return lengths.merge(stream, 1L, Long::sum) - 1;
    }

    private void sign(NoteSigner... signers) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, edge.size(), edge.root());
        String note = SignedNote.sign(checkpoint.text(), signers).format();
        checkpoints.put(edge.size(), new SignedCheckpoint(edge.size(), note));
    }

    @Override
    public List<StoredEntry> read(long fromPosition, int max) {
        return entries.tailMap(fromPosition, true).entrySet().stream()
                .limit(max)
                .map(row -> new StoredEntry(row.getKey(), row.getValue()))
                .toList();
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return checkpoints.lastEntry().getValue();
    }

    @Override
    public List<SignedCheckpoint> checkpoints(long fromSize, int max) {
        return checkpoints.tailMap(fromSize, true).values().stream().limit(max).toList();
    }

    @Override
    public TileSource tiles() {
        return this::tile;
    }

    private Optional<byte[]> tile(TileId id) {
        return Optional.ofNullable(tiles.get(new TilePlace(id.level(), id.index())));
    }
}
