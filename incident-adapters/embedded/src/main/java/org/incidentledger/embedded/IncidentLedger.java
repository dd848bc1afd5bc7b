package org.incidentledger.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.incidentledger.core.access.AccessPolicy;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.encoding.EventCodec;
import org.incidentledger.core.encoding.HistoryDecoder;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.LedgerReader;
import org.incidentledger.core.ledger.LedgerTree;
import org.incidentledger.core.ledger.Notary;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.RefusalLog;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.EntryProof;
import org.incidentledger.ledger.jdbc.H2Database;
import org.incidentledger.ledger.jdbc.JdbcPlace;
import org.incidentledger.ledger.jdbc.PostgresDatabase;
import org.incidentledger.ledger.notary.DirectoryNotary;
import org.incidentledger.projections.replay.Projection;
import org.incidentledger.sealing.KeyWrapper;

/**
 * An incident ledger inside a Java service: send commands as an actor, get receipts, read views, live or as of any moment.
 *
 * <p>Safe for use by many threads. One process at a time may open an embedded database; on PostgreSQL many may, and share the work
 * on the views. Close the ledger to end its threads; what was acknowledged stays, closed or not.
 */
public final class IncidentLedger implements AutoCloseable {
    /** The file that wraps the keys of sealed values, in the directory of an embedded ledger. */
    public static final String SEALING_KEYSET = "sealing.keyset";

    private final Storage storage;
    private final OnDemand<LedgerEventStore> events;
    private final OnDemand<CommandSide> commands;
    private final ViewProcessors processors;
    private final HistoryDecoder decoder;
    private final Gatekeeper gatekeeper;
    private final CommandSender.Desk desk;
    private final LiveViews live;
    private final Snapshots snapshots;

    private IncidentLedger(LedgerOptions options, BiFunction<LedgerOptions, EventCodec, Storage> opener) {
        EventCodec codec = new EventCodec();
        Meters meters = new Meters(options.meters());
        this.storage = opener.apply(options, codec);
        this.decoder = new HistoryDecoder(codec);
        ViewCodec views = new ViewCodec();
        this.snapshots = new Snapshots(storage.snapshots(), views, codec.upcasters());
        OnDemand<LedgerStorageEngine> engine =
                new OnDemand<>(() -> new LedgerStorageEngine(storage.ledger(), codec, snapshots, meters.append()));
        this.events =
                new OnDemand<>(() -> new LedgerEventStore(engine.get(), new EventFeed(storage.ledger(), decoder)));
        this.processors = new ViewProcessors(options.projections(), storage, views, events);
        this.commands = new OnDemand<>(() -> CommandSide.start(options.policy(), engine.get(), events.get(), storage));
        this.live = new LiveViews(processors, storage.views(), views);
        AccessPolicy access = options.access();
        this.gatekeeper =
                new Gatekeeper(access == null ? AccessPolicy.everyRole() : access, storage.refusals(), options.clock());
        this.desk = new CommandSender.Desk(
                new Dispatcher(commands, storage.ledger(), storage.refusals()),
                gatekeeper,
                new MergeLineage(storage.ledger(), decoder),
                meters,
                options.clock(),
                new TimeOrderedIds(Clock.systemUTC()),
                Vault.Desk.of(storage.ledger(), decoder, options.sealingKey(), snapshots));
        for (Projection<?> projection : options.projections()) {
            meters.watchLag(projection.name(), this, ledger -> ledger.lag(projection.name()));
        }
        if (options.upkeep() == ViewUpkeep.LIVE) {
            commands.get();
            processors.start();
        }
    }

    /**
     * Opens the ledger in a directory, on an embedded database; makes both when there are none.
     *
     * @throws org.incidentledger.core.ledger.LedgerException when the directory cannot be used, saying why and what to do
     */
    public static IncidentLedger open(Path directory) {
        return open(directory, LedgerOptions.defaults());
    }

    /** The same with options. */
    public static IncidentLedger open(Path directory, LedgerOptions options) {
        H2Database database = H2Database.open(directory);
        try {
            Notary notary = options.notary() == null ? new DirectoryNotary(directory) : options.notary();
            return new IncidentLedger(
                    options.withFilesIn(directory),
                    (o, codec) -> JdbcStorage.open(database.place(notary), o.clock(), codec, database::close));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Opens the ledger in a database of the embedding service, which stays its owner and closes it. The options name a notary.
     *
     * @throws IllegalArgumentException when they do not
     * @throws org.incidentledger.core.ledger.LedgerException when the database cannot be used, saying why and what to do
     */
    public static IncidentLedger open(DataSource dataSource, LedgerOptions options) {
        return open(dataSource, options, () -> {});
    }

    /** The same on PostgreSQL; the connections are closed with the ledger, and when it cannot be opened. */
    public static IncidentLedger open(PostgresDatabase database, LedgerOptions options) {
        try {
            return open(database.dataSource(), options, database::close);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static IncidentLedger open(DataSource dataSource, LedgerOptions options, Runnable release) {
        Notary notary = options.notary();
        if (notary == null) {
            throw new IllegalArgumentException("a ledger in a database of the service's own signs with a key that lies"
                    + " outside of it: say where, LedgerOptions.withNotary(new DirectoryNotary(path))");
        }
        return new IncidentLedger(
                options, (o, codec) -> JdbcStorage.open(new JdbcPlace(dataSource, notary), o.clock(), codec, release));
    }

    /** A ledger that is gone when it is closed, for tests of embedding services. */
    public static IncidentLedger inMemory(LedgerOptions given) {
        LedgerOptions options = given.sealingKey() == null ? given.withSealingKey(KeyWrapper.ofThisProcess()) : given;
        return new IncidentLedger(options, (o, codec) -> MemoryStorage.open(o.clock()));
    }

    /** Sends commands in the name of an actor. */
    public CommandSender as(ActorRef actor) {
        return new CommandSender(desk, actor);
    }

    /** Takes the personal values of one command: send the command {@link CommandSender#with(Sealing) with} it. */
    public Sealing sealing() {
        return new Sealing(desk.vault().sealer().get());
    }

    /**
     * Reads what is not public in the name of an actor, who needs a role for it. The methods of the ledger itself ask for none: they are
     * for the embedding service's own work, and for what is public.
     */
    public Readings readAs(ActorRef actor) {
        return new Readings(this, gatekeeper, actor);
    }

    /** Asks who may do what, for work around the ledger. */
    public Gatekeeper gatekeeper() {
        return gatekeeper;
    }

    /**
     * Forgets the refusals that were received before an instant. On PostgreSQL the owner of the tables may, a service may not.
     *
     * @return how many were forgotten
     */
    public long pruneRefusals(Instant before) {
        return storage.refusals().prune(before);
    }

    RefusalLog refusals() {
        return storage.refusals();
    }

    /** The views as they stand; how soon they follow the ledger says {@link ViewUpkeep}, see {@link #await}. */
    public Views views() {
        return live;
    }

    /** The views as they stood at a moment of history. */
    public Views asOf(Moment moment) {
        return new ReplayedViews(storage.ledger(), decoder, moment.size(storage.ledger()));
    }

    /** Reads entries as they are stored. */
    public LedgerReader reader() {
        return storage.ledger();
    }

    /** The proof side of the ledger: its checkpoints and tiles. */
    public LedgerTree tree() {
        return storage.ledger();
    }

    /** The key that verifies the checkpoints that are signed now: publish it where the ledger's storage does not reach. */
    public VerifierKey key() {
        return storage.ledger().key();
    }

    /**
     * The proof that the entry at a position is in the ledger, for anybody who has the ledger's key.
     *
     * @throws org.incidentledger.core.tlog.TlogException.OutsideTree when there is no such entry
     * @throws org.incidentledger.core.ledger.LedgerException when it cannot be read, or is not the one that was signed
     */
    public EntryProof prove(long position) {
        return EntryProof.of(storage.ledger()::read, storage.ledger(), position);
    }

    /** The proofs of all entries that a command left, in order. */
    public List<EntryProof> prove(Receipt receipt) {
        return LongStream.rangeClosed(receipt.firstPosition(), receipt.lastPosition())
                .mapToObj(this::prove)
                .toList();
    }

    /** Where the ledger ends now. */
    public LedgerHead head() {
        return storage.ledger().head();
    }

    /**
     * Returns when every live view has taken in a position, such as the last of a receipt.
     *
     * @throws ViewLagException when one has not within the time
     */
    public void await(long position, Duration timeout) {
        processors.await(position, timeout);
    }

    /**
     * Waits until each of some views has taken in more than so many entries, and no longer than a time: for whoever follows the ledger.
     *
     * @return how many each of them has taken in by then; fewer than were known while the views are made anew
     */
    public long awaitMore(long size, Collection<Projection<?>> views, Duration atMost) throws InterruptedException {
        return processors.beyond(size - 1, views.stream().map(Projection::name).toList(), atMost) + 1;
    }

    /**
     * Empties every view and folds history into it again from the start. Returns when the views hold what was in the ledger at the time
     * of this call, but for one whose fold fails: {@link #await} tells when that has come so far, with its dead letters put aside.
     *
     * @throws org.incidentledger.core.ledger.LedgerException when storage fails; each view goes on from where it is
     */
    public void rebuild() {
        snapshots.clear();
        processors.rebuild();
    }

    /** How many events each view could not take in and has put aside, by the name of the view; views without any are left out. */
    public Map<String, Long> deadLetters() {
        return processors.deadLetters();
    }

    /**
     * Folds the dead letters of every view again, oldest first in each stream; those that still fail stay aside.
     *
     * @return how many are left
     */
    public long retryDeadLetters() {
        return processors.retryDeadLetters();
    }

    /** Ends every thread of the ledger and closes what it opened. Idempotent. */
    @Override
    public void close() {
        desk.dispatcher().close();
        desk.meters().close();
        try {
            processors.close();
        } finally {
            endCommands();
        }
    }

    private void endCommands() {
        try {
            commands.ifMade().ifPresent(CommandSide::close);
            events.ifMade().ifPresent(LedgerEventStore::shutDown);
        } finally {
            storage.close();
        }
    }

    private long lag(String view) {
        return storage.ledger().head().size() - 1 - processors.progress().of(view);
    }
}
