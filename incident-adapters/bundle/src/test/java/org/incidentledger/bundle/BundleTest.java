package org.incidentledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.EntryProof;
import org.incidentledger.core.verification.VerificationProgress;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Part;
import org.incidentledger.core.verification.VerificationReport.Verified;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    Path folder;

    private final SampleLedger ledger = SampleLedger.whole();

    private static BundleExport.Written export(SampleLedger ledger, Path directory) {
        return new BundleExport(ledger.memory::read, ledger, ledger.key()).write(directory, VerificationProgress.NONE);
    }

    private static VerificationReport verify(Path directory, VerifierKey key) {
        return Bundle.open(directory).verify(key, VerificationProgress.NONE);
    }

    private static Map<String, byte[]> contents(Path directory) throws Exception {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String path : new Folder(directory).files()) {
            contents.put(path, Files.readAllBytes(directory.resolve(path)));
        }
        return contents;
    }

    private static void assertSameFiles(Path one, Path other) throws Exception {
        Map<String, byte[]> others = contents(other);
        assertThat(contents(one).keySet()).isEqualTo(others.keySet());
        assertThat(contents(one))
                .allSatisfy((path, bytes) -> assertThat(bytes).as(path).isEqualTo(others.get(path)));
    }

    @Test
    void holds_exactly_the_files_of_its_checkpoint() {
        BundleExport.Written written = export(ledger, folder);

        assertThat(written.checkpoint()).isEqualTo(ledger.checkpoint());
        assertThat(written.newEntries()).isEqualTo(621);
        assertThat(new Folder(folder).files())
                .contains(
                        "README",
                        "checkpoint",
                        "checkpoints/0",
                        "checkpoints/301",
                        "checkpoints/621",
                        "ledger.vkey",
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/109",
                        "tile/1/000.p/2",
                        "tile/entries/000",
                        "tile/entries/001",
                        "tile/entries/002.p/109")
                .hasSize(10 + (int) written.checkpoints());
        assertThat(folder.resolve("ledger.vkey")).hasContent(ledger.key().text());
        assertThat(folder.resolve("README"))
                .content()
                .contains("621 entries", "sha256sum", ledger.key().text());
    }

    @Test
    void keeps_the_last_checkpoint_of_every_day() {
        BundleExport.Written written = export(ledger, folder);

        assertThat(written.checkpoints()).isEqualTo(4);
        assertThat(folder.resolve("checkpoints/381")).exists();
    }

    @Test
    void is_verified_with_nothing_but_the_folder_and_any_key_that_leads_to_the_current_one() {
        export(ledger, folder);

        for (int number = 1; number <= 2; number++) {
            VerifierKey key = SampleLedger.key(ledger.key().name(), number).verifierKey();
            assertThat(verify(folder, key)).isInstanceOfSatisfying(Verified.class, verified -> {
                assertThat(verified.key()).isEqualTo(ledger.key());
                assertThat(verified.counts().entries()).isEqualTo(621);
            });
        }
        assertThat(verify(folder, SampleLedger.key(ledger.key().name(), 3).verifierKey()))
                .isInstanceOf(Failed.class);
    }

    @Test
    void of_an_empty_ledger_is_one_too() {
        SampleLedger empty = new SampleLedger("ledger.example.org/empty");
        export(empty, folder);

        assertThat(verify(folder, empty.key())).isInstanceOf(Verified.class);
        assertThat(new Folder(folder).files()).containsExactly("README", "checkpoint", "checkpoints/0", "ledger.vkey");
    }

    /** How an auditor who kept no more than a checkpoint finds out whether the ledger continues it. */
    @Test
    void with_a_checkpoint_that_somebody_kept_is_verified_against_it() throws Exception {
        SignedCheckpoint kept = ledger.checkpoint();
        ledger.grow(40);
        export(ledger, folder);
        Path beside = folder.resolve("checkpoints/" + kept.size());

        Files.writeString(beside, kept.note());
        assertThat(verify(folder, ledger.key())).isInstanceOf(Verified.class);

        SampleLedger forked = new SampleLedger(ledger.key().name());
        forked.grow(300);
        forked.rotate();
        forked.grow(1);
        forked.grow(319);
        Files.writeString(beside, forked.checkpoint().note());
        assertThat(verify(folder, ledger.key()))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.position()).isLessThanOrEqualTo(kept.size()));
    }

    @Test
    void with_a_file_too_many_is_not_verified() throws Exception {
        export(ledger, folder);
        for (String stray : new String[] {"more", "tile/0/003.p/1", "tile/0/002.p/110", "tile/x", "checkpoints/622"}) {
            Files.createDirectories(folder.resolve(stray).getParent());
            Files.writeString(folder.resolve(stray), "x");
            assertThat(verify(folder, ledger.key())).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.part()).isEqualTo(Part.FILE);
                assertThat(failed.what()).contains("'" + stray + "'");
            });
            Files.delete(folder.resolve(stray));
        }
    }

    @Nested
    class Written_again {
        @Test
        void it_is_what_a_new_export_would_be() throws Exception {
            Path at = folder.resolve("again");
            for (int grown : new int[] {0, 1, 40, 147, 300}) {
                ledger.grow(grown);
                BundleExport.Written written = export(ledger, at);
                assertThat(written.checkpoint().size()).isEqualTo(ledger.size());
                assertThat(verify(at, ledger.key())).isInstanceOf(Verified.class);
            }
            Path fresh = folder.resolve("fresh");
            export(ledger, fresh);
            assertThat(contents(at).keySet()).containsAll(contents(fresh).keySet());
            assertThat(export(ledger, at).newEntries()).isZero();
            Path withoutHistory = folder.resolve("checkpoints-apart");
            Files.move(at.resolve("checkpoints"), withoutHistory);
            Files.move(fresh.resolve("checkpoints"), folder.resolve("checkpoints-of-fresh"));
            assertSameFiles(at, fresh);
        }

        @Test
        void after_it_was_cut_off_it_is_finished() throws Exception {
            export(ledger, folder);
            Files.delete(folder.resolve("checkpoint"));
            Files.delete(folder.resolve("tile/0/001"));
            Files.writeString(folder.resolve("tile/0/001.unfinished"), "x");

            export(ledger, folder);

            assertThat(verify(folder, ledger.key())).isInstanceOf(Verified.class);
        }

        @Test
        void it_takes_no_folder_with_anything_else() throws Exception {
            Files.writeString(folder.resolve("README"), "my own");
            assertThatExceptionOfType(BundleException.Refused.class)
                    .isThrownBy(() -> export(ledger, folder))
                    .withMessageContaining("not empty");
            assertThat(folder.resolve("README")).hasContent("my own");
        }

        @Test
        void it_takes_no_checkpoint_without_its_bundle() throws Exception {
            export(ledger, folder.resolve("whole"));
            for (String lost : new String[] {"tile/0/001", "tile/entries/002.p/109", "checkpoints/0"}) {
                Path part = folder.resolve("whole").resolve(lost);
                byte[] content = Files.readAllBytes(part);
                Files.delete(part);
                assertThatExceptionOfType(BundleException.Refused.class)
                        .isThrownBy(() -> export(ledger, folder.resolve("whole")))
                        .withMessageContainingAll(
                                "checkpoint of 621 entries", "'" + lost + "'", "name an empty folder");
                Files.write(part, content);
            }
            assertThat(export(ledger, folder.resolve("whole")).newEntries()).isZero();
        }

        @Test
        void it_takes_no_bundle_of_another_ledger() {
            export(new SampleLedger("ledger.example.org/other"), folder);
            assertThatExceptionOfType(BundleException.Refused.class)
                    .isThrownBy(() -> export(ledger, folder))
                    .withMessageContaining("ledger.example.org/other");
        }

        @Test
        void it_takes_no_bundle_that_it_does_not_continue() {
            SampleLedger forked = new SampleLedger(ledger.key().name());
            forked.grow(50);
            export(forked, folder);
            assertThatExceptionOfType(BundleException.Refused.class)
                    .isThrownBy(() -> export(ledger, folder))
                    .withMessageContainingAll("does not continue", "evidence");
        }

        @Test
        void it_takes_no_other_key() {
            assertThatExceptionOfType(BundleException.Refused.class)
                    .isThrownBy(() -> new BundleExport(
                                    ledger.memory::read,
                                    ledger,
                                    SampleLedger.key(ledger.key().name(), 1).verifierKey())
                            .write(folder, VerificationProgress.NONE))
                    .withMessageContaining("not signed by");
        }
    }

    @Nested
    class A_proof {
        @Test
        void of_every_entry_holds_with_two_files_and_a_key() {
            for (long position = 0; position < ledger.size(); position += 31) {
                Path file = folder.resolve("proof-" + position);
                ProofFiles.write(file, EntryProof.of(ledger.memory::read, ledger, position));
                assertThat(ProofFiles.verify(file, ledger.key()).checkpoint().size())
                        .isEqualTo(621);
            }
        }

        @Test
        void without_one_of_its_files_it_names_that() throws Exception {
            Path file = folder.resolve("lost.tlog-proof");
            ProofFiles.write(file, EntryProof.of(ledger.memory::read, ledger, 7));
            Files.delete(ProofFiles.entryOf(file));

            assertThatExceptionOfType(BundleException.Refused.class)
                    .isThrownBy(() -> ProofFiles.verify(file, ledger.key()))
                    .withMessageContaining("there is no file " + ProofFiles.entryOf(file));
        }

        @Test
        void of_an_altered_entry_does_not() throws Exception {
            Path file = folder.resolve("proof");
            ProofFiles.write(file, EntryProof.of(ledger.memory::read, ledger, 5));
            Path entry = ProofFiles.entryOf(file);
            Files.writeString(entry, Files.readString(entry).replace("number", "nombre"));
            assertThatExceptionOfType(TlogException.Rejected.class)
                    .isThrownBy(() -> ProofFiles.verify(file, ledger.key()));
        }

        @Test
        void of_what_is_not_there_is_not_made() {
            assertThatExceptionOfType(TlogException.OutsideTree.class)
                    .isThrownBy(() -> EntryProof.of(ledger.memory::read, ledger, 621));
        }
    }
}
