package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.vocabulary.InvalidValueException;

/**
 * Sealed values of one group that lie in one row, in the order of their positions. All of them are of the same stretch of the ledger.
 *
 * @param id the position of the first value when the chunk was made, times {@link #PARTS}, plus the number of chunks before it that
 *     begin at the same position
 * @param values at least one
 */
record SealedChunk(long id, List<EncryptedValue> values) {
    /** Of positions: few enough to look through, and enough that a returning subject is seldom noted anew. */
    static final long STRETCH = 2_048;

    /** More than an entry has room for references to values. */
    static final long PARTS = 1_024;

    /** A value alone may be longer. What is erased is rewritten with its neighbours: not too many of them. */
    private static final int BYTES = 32 * 1_024;

    SealedChunk {
        values = List.copyOf(values);
    }

    /** The values of a group, cut where one chunk would be too long, or reach into the next stretch. */
    static List<SealedChunk> of(List<EncryptedValue> values) {
        List<EncryptedValue> ordered = new ArrayList<>(values);
        ordered.sort(Comparator.comparingLong(EncryptedValue::position));
        List<SealedChunk> chunks = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < ordered.size(); i++) {
            EncryptedValue value = ordered.get(i);
            int length = value.content().bytes().length;
            boolean isElsewhere =
                    stretchOf(value.position()) != stretchOf(ordered.get(from).position());
            if (i > from && (isElsewhere || bytes + length > BYTES)) {
                chunks.add(next(chunks, ordered.subList(from, i)));
                from = i;
                bytes = 0;
            }
            bytes += length;
        }
        if (from < ordered.size()) {
            chunks.add(next(chunks, ordered.subList(from, ordered.size())));
        }
        return chunks;
    }

    private static SealedChunk next(List<SealedChunk> before, List<EncryptedValue> values) {
        long id = firstId(values.getFirst().position());
        boolean isTaken = !before.isEmpty() && before.getLast().id() >= id;
        return new SealedChunk(isTaken ? before.getLast().id() + 1 : id, values);
    }

    /** The least id of a chunk that begins at this position. */
    static long firstId(long position) {
        return position * PARTS;
    }

    /** The number of the stretch that a position is in. */
    static long stretchOf(long position) {
        return position / STRETCH;
    }

    /** The number of the stretch that all of its values are in. */
    long stretch() {
        return stretchOf(id / PARTS);
    }

    /** Those of its values for which this does not hold. */
    List<EncryptedValue> without(Predicate<EncryptedValue> removed) {
        return values.stream().filter(removed.negate()).toList();
    }

    /** As {@link #read} takes them. */
    static byte[] content(List<EncryptedValue> values) {
        List<SealedStep> steps = new ArrayList<>(values.size());
        values.forEach(value -> steps.add(new SealedStep.PutValue(value)));
        return SealedSteps.write(steps);
    }

    /** @throws LedgerException.Corrupt naming the position of its first entry, when the content is not that of a chunk */
    static SealedChunk read(long id, byte[] content) {
        List<EncryptedValue> values = new ArrayList<>();
        try {
            for (SealedStep step : SealedSteps.read(content)) {
                if (!(step instanceof SealedStep.PutValue put)) {
                    throw new IOException("something else than values");
                }
                values.add(put.value());
            }
            if (values.isEmpty()) {
                throw new IOException("no values");
            }
        } catch (IOException | InvalidValueException e) {
            throw new LedgerException.Corrupt(
                    id / PARTS, "the sealed values that are stored from this entry on cannot be read", e);
        }
        return new SealedChunk(id, values);
    }
}
