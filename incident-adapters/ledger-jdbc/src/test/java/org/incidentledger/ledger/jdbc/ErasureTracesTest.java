package org.incidentledger.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.incidentledger.contracts.SampleAppends.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.contracts.SampleAppends;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.SealedChange;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.sealing.Ciphertext;
import org.incidentledger.core.sealing.EncryptedValue;
import org.incidentledger.core.sealing.WrappedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files beside and of an embedded database hold of sealed values, before an erasure and after. */
class ErasureTracesTest {
    private static final ActorRef ANN = new ActorRef("client/ann");
    private static final ActorRef BOB = new ActorRef("client/bob");
    private static final StreamId A = stream("a");
    private static final int CONTENT_BYTES = 96;

    /** H2 compacts by LZF, which cuts what cannot be compressed into runs of 32 bytes: one of those is found by 16 of it. */
    private static final int WINDOW_BYTES = 12;

    private final Random random = new Random(7);
    private final WrappedKey ann = key(ANN);
    private final WrappedKey bob = key(BOB);
    private final EncryptedValue ofAnn = value(ann);
    private final EncryptedValue ofBob = value(bob);

    @TempDir
    Path folder;

    private WrappedKey key(ActorRef subject) {
        return new WrappedKey(UUID.randomUUID(), subject, bytes());
    }

    private EncryptedValue value(WrappedKey key) {
        return new EncryptedValue(UUID.randomUUID(), key.subject(), key.id(), 0, bytes());
    }

    private Ciphertext bytes() {
        byte[] bytes = new byte[CONTENT_BYTES];
        random.nextBytes(bytes);
        return new Ciphertext(bytes);
    }

    private static void append(JdbcLedger ledger, SealedChange change) {
        append(ledger, 1, change);
    }

    private static void append(JdbcLedger ledger, int entries, SealedChange change) {
        long length = ledger.readStream(A, 0, Integer.MAX_VALUE).size();
        Append plain = SampleAppends.append(A, length, entries);
        assertThat(ledger.append(new Append(A, length, plain.header(), plain.drafts(), change)))
                .isInstanceOf(AppendResult.Appended.class);
    }

    private static void seal(JdbcLedger ledger, WrappedKey key, EncryptedValue value) {
        append(ledger, new SealedChange.Seal(List.of(value), List.of(key)));
    }

    private void eraseAnn(JdbcLedger ledger) {
        append(ledger, new SealedChange.Erase(ANN, List.of(ofAnn.id()), Map.of()));
    }

    @BeforeEach
    void both_are_sealed() throws IOException {
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            seal(ledger, ann, ofAnn);
            seal(ledger, bob, ofBob);
        }
        assertThat(filesWith(ofAnn.content())).contains("ledger.mv.db").anyMatch(name -> name.startsWith("journal-"));
        assertThat(filesWith(ann.wrapped())).contains("ledger.mv.db").anyMatch(name -> name.startsWith("journal-"));
    }

    @Test
    void nothing_of_an_erased_subject_is_left_in_any_file_once_the_ledger_was_closed() throws IOException {
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            eraseAnn(ledger);
        }
        assertThat(filesWith(ofAnn.content())).isEmpty();
        assertThat(filesWith(ann.wrapped())).isEmpty();
        assertThat(filesWith(ofBob.content())).isNotEmpty();
        assertOpensWithBobAlone();
    }

    @Test
    void the_journal_forgets_while_the_ledger_is_open() throws IOException {
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            eraseAnn(ledger);
            assertThat(ledger.sealed().purge())
                    .singleElement()
                    .asString()
                    .contains("compacted when the ledger is closed");
            assertThat(filesWith(ofAnn.content())).noneMatch(name -> name.startsWith("journal-"));
            assertThat(filesWith(ofBob.content())).anyMatch(name -> name.startsWith("journal-"));
            // The records go on behind those that were rewritten.
            append(ledger, SealedChange.NONE);
        }
        assertOpensWithBobAlone();
    }

    /** Like a process that was killed right after the erasure, before anything else was done. */
    @Test
    void a_crash_after_the_erasure_leaves_the_rest_to_the_next_opening() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            eraseAnn(ledger);
            copyTo(copy);
        }
        assertThat(filesIn(copy, ofAnn.content())).anyMatch(name -> name.startsWith("journal-"));
        try (H2Database database = H2Database.open(copy);
                JdbcLedger ledger = TestDatabase.ledger(database, copy)) {
            assertThat(ledger.sealed().about(ANN)).isEmpty();
            assertThat(filesIn(copy, ofAnn.content())).noneMatch(name -> name.startsWith("journal-"));
        }
        assertThat(filesIn(copy, ofAnn.content())).isEmpty();
        assertThat(filesIn(copy, ann.wrapped())).isEmpty();
    }

    /** The database comes back without the last groups, as H2 may: the journal repeats them, sealed values and erasure with them. */
    @Test
    void what_the_database_lost_is_repeated_from_the_journal() throws IOException {
        Path older = Files.createDirectory(folder.resolve("older"));
        copyTo(older);
        EncryptedValue late = value(bob);
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            append(ledger, new SealedChange.Seal(List.of(late), List.of()));
            eraseAnn(ledger);
            ledger.sealed().purge();
        }
        Files.copy(older.resolve("ledger.mv.db"), folder.resolve("ledger.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            assertThat(ledger.sealed().about(ANN)).isEmpty();
            assertThat(ledger.sealed().keyOf(ANN)).isEmpty();
            assertThat(ledger.sealed().about(BOB)).containsExactly(ofBob.at(1), late.at(2));
            Verifications.verified(ledger, ledger.key());
        }
    }

    /** Of two values that lie in one row the first is removed; the journal is rewritten for that, and once more. */
    @Test
    void the_journal_keeps_what_lies_beside_the_removed() throws IOException {
        Path older = Files.createDirectory(folder.resolve("older"));
        copyTo(older);
        EncryptedValue first = value(bob);
        EncryptedValue second = value(bob).at(1);
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            append(ledger, 2, new SealedChange.Seal(List.of(first, second), List.of()));
            append(ledger, new SealedChange.Remove(BOB, List.of(first.id())));
            ledger.sealed().purge();
            eraseAnn(ledger);
            ledger.sealed().purge();
        }
        Files.copy(older.resolve("ledger.mv.db"), folder.resolve("ledger.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            assertThat(ledger.sealed().about(BOB)).containsExactly(ofBob.at(1), second.at(3));
        }
    }

    private void assertOpensWithBobAlone() {
        try (H2Database database = H2Database.open(folder);
                JdbcLedger ledger = TestDatabase.ledger(database, folder)) {
            assertThat(ledger.sealed().about(ANN)).isEmpty();
            assertThat(ledger.sealed().about(BOB)).containsExactly(ofBob.at(1));
            Verifications.verified(ledger, ledger.key());
        }
    }

    private void copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private List<String> filesWith(Ciphertext content) throws IOException {
        return filesIn(folder, content);
    }

    private static List<String> filesIn(Path directory, Ciphertext content) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, content.bytes()))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] content) {
        try {
            String all = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            String searched = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1);
            for (int at = 0; at + WINDOW_BYTES <= searched.length(); at++) {
                if (all.contains(searched.substring(at, at + WINDOW_BYTES))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
