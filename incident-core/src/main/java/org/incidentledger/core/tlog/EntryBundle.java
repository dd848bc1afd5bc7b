package org.incidentledger.core.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.tlog.TlogException.Malformed;

/**
 * A bundle with its entries. Its bytes are, for each entry, the length as an unsigned 16-bit big-endian number and then
 * the entry (C2SP tlog-tiles).
 *
 * @param id which bundle, and how many entries
 * @param entries as many as {@code id.width()}, each of at most 65,535 bytes
 */
public record EntryBundle(BundleId id, List<Octets> entries) {

    /** The most bytes that an entry may have. */
    public static final int MAX_ENTRY_BYTES = 65_535;

    private static final StrictFormat FORMAT =
            new StrictFormat("entry bundle", "read it again from where it is stored");

    /**
     * Checks the components.
     *
     * @throws Malformed when the entries are not as many as the width, or one is too long
     */
    public EntryBundle {
        entries = List.copyOf(entries);
        FORMAT.require(entries.size() == id.width(), entries.size() + " entries", id.path() + " has " + id.width());
        for (Octets entry : entries) {
            FORMAT.require(entry.length() <= MAX_ENTRY_BYTES, entry.length() + " bytes", "an entry has at most 65535");
        }
    }

    /**
     * Reads the stored bytes of a bundle.
     *
     * @throws Malformed when they do not hold exactly {@code id.width()} entries and nothing more
     */
    public static EntryBundle parse(BundleId id, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<Octets> entries = new ArrayList<>(id.width());
        while (in.hasRemaining()) {
            entries.add(nextEntry(in));
            FORMAT.require(
                    entries.size() <= id.width(),
                    bytes.length + " bytes",
                    id.path() + " has only " + id.width() + " entries");
        }
        return new EntryBundle(id, entries);
    }

    private static Octets nextEntry(ByteBuffer in) {
        String cutShort = "the bundle must not end within an entry";
        FORMAT.require(in.remaining() >= Short.BYTES, in.remaining() + " bytes left for a length", cutShort);
        byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
        FORMAT.require(in.remaining() >= entry.length, in.remaining() + " bytes left of " + entry.length, cutShort);
        in.get(entry);
        return Octets.of(entry);
    }

    /** The bytes to store. */
    public byte[] bytes() {
        int length =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length()).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        entries.forEach(entry -> out.putShort((short) entry.length()).put(entry.shared()));
        return out.array();
    }

    /** The leaf hashes, which must be those of the level 0 tile with the same index. */
    public List<Hash> leafHashes() {
        return entries.stream().map(Rfc6962::leafHash).toList();
    }
}
