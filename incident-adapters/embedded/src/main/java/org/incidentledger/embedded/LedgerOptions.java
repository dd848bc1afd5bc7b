package org.incidentledger.embedded;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.incident.IncidentPolicy;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.ledger.access.AccessFolder;
import org.incidentledger.projections.StandardProjections;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.sealing.KeyWrapper;
import org.incidentledger.sealing.KeysetFile;
import org.jspecify.annotations.Nullable;

/**
 * What the embedding service may choose.
 *
 * @param policy the rules that are its own
 * @param clock gives the instants at which commands are received and entries recorded
 * @param meters where the meters go
 * @param projections the views that are kept; their names are distinct
 * @param notary signs the checkpoints of the ledger and remembers the last; when absent, the directory of an embedded ledger keeps
 *     its key and checkpoint beside the database
 * @param access says who may do what; when absent, the file {@code access} in the directory of an embedded ledger, and elsewhere
 *     everybody may do everything
 * @param sealingKey wraps the keys of sealed values; when absent, a keyset file in the directory of an embedded ledger, and elsewhere
 *     nothing can be sealed
 * @param upkeep when the views take in what was appended
 */
public record LedgerOptions(
        IncidentPolicy policy,
        Clock clock,
        MeterRegistry meters,
        List<Projection<?>> projections,
        @Nullable Notary notary,
        @Nullable AccessPolicy access,
        @Nullable KeyWrapper sealingKey,
        ViewUpkeep upkeep) {
    public LedgerOptions {
        projections = List.copyOf(projections);
    }

    /** The default policy, the clock of the system, meters that go nowhere, and the standard views, live. */
    public static LedgerOptions defaults() {
        return new LedgerOptions(
                IncidentPolicy.DEFAULT,
                Clock.systemUTC(),
                new CompositeMeterRegistry(),
                StandardProjections.all(),
                null,
                null,
                null,
                ViewUpkeep.LIVE);
    }

    /** The same with another policy. */
    public LedgerOptions withPolicy(IncidentPolicy other) {
        return new LedgerOptions(other, clock, meters, projections, notary, access, sealingKey, upkeep);
    }

    /** The same with another clock. */
    public LedgerOptions withClock(Clock other) {
        return new LedgerOptions(policy, other, meters, projections, notary, access, sealingKey, upkeep);
    }

    /** The same with another registry of meters. */
    public LedgerOptions withMeters(MeterRegistry other) {
        return new LedgerOptions(policy, clock, other, projections, notary, access, sealingKey, upkeep);
    }

    /** The same with one more view, of the embedding service's own. */
    public LedgerOptions withProjection(Projection<?> own) {
        return new LedgerOptions(
                policy,
                clock,
                meters,
                Stream.concat(projections.stream(), Stream.of(own)).toList(),
                notary,
                access,
                sealingKey,
                upkeep);
    }

    /**
     * The same with another notary. A ledger in a database of the embedding service needs one; a {@code DirectoryNotary} on another
     * disk than the database, or one that a key service stands behind, is worth more than the default of an embedded ledger.
     */
    public LedgerOptions withNotary(Notary other) {
        return new LedgerOptions(policy, clock, meters, projections, other, access, sealingKey, upkeep);
    }

    /** The same with another word on who may do what. */
    public LedgerOptions withAccess(AccessPolicy other) {
        return new LedgerOptions(policy, clock, meters, projections, notary, other, sealingKey, upkeep);
    }

    /**
     * The same with another key that wraps the keys of sealed values: a {@code KeysetFile} somewhere else than the database, or a key
     * service, {@code KeyWrapper.of(aead)}.
     */
    public LedgerOptions withSealingKey(KeyWrapper other) {
        return new LedgerOptions(policy, clock, meters, projections, notary, access, other, upkeep);
    }

    /** The same with views that are kept otherwise. */
    public LedgerOptions withUpkeep(ViewUpkeep other) {
        return new LedgerOptions(policy, clock, meters, projections, notary, access, sealingKey, other);
    }

    /** The same with the files of a folder for roles and for the key of sealed values, where nothing else was chosen. */
    LedgerOptions withFilesIn(Path directory) {
        LedgerOptions given = access == null ? withAccess(new AccessFolder(directory).policy()) : this;
        return sealingKey == null
                ? given.withSealingKey(new KeysetFile(directory.resolve(IncidentLedger.SEALING_KEYSET)))
                : given;
    }
}
