package org.incidentledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.incidentledger.core.tlog.CosignatureSigner;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WitnessFolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path parent;

    private Path folder() {
        return parent.resolve("of/witness");
    }

    @Test
    void makes_a_key_once() throws IOException {
        CosignatureSigner made;
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            made = folder.key("witness.test", Instant::now);
        }
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            assertThat(folder.key("another.name", Instant::now).verifierKey()).isEqualTo(made.verifierKey());
        }
        assertThat(folder().resolve("witness.vkey"))
                .hasContent(made.verifierKey().text() + "\n");
    }

    @Test
    void is_opened_by_one_process_at_a_time() throws IOException {
        try (WitnessFolder first = WitnessFolder.open(folder())) {
            assertThat(first.logs().origins()).isEmpty();
            assertThatThrownBy(() -> WitnessFolder.open(folder()))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("another witness runs in");
        }
        WitnessFolder.open(folder()).close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keeps_its_key_to_its_owner() throws IOException {
        Path key = folder().resolve("witness.key");
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            folder.key("witness.test", Instant::now);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                    .isEqualTo("rwx------");
            for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(open));
                assertThatThrownBy(() -> folder.key("witness.test", Instant::now))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("can be read by others");
            }
        }
    }

    @Test
    void names_a_file_that_holds_no_key_without_quoting_it() throws IOException {
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            folder.key("witness.test", Instant::now);
            Path key = folder().resolve("witness.key");
            Files.writeString(key, Files.readString(key).replace("PRIVATE", "PRVATE"));
            assertThatThrownBy(() -> folder.key("witness.test", Instant::now))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("witness.key")
                    .hasMessageContaining("not shown");
        }
    }

    @Test
    void refuses_a_name_that_is_none() throws IOException {
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            assertThatThrownBy(() -> folder.key("two words", Instant::now)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void keeps_the_last_checkpoint_of_each_log() throws IOException {
        SignedNote a = note("a", 1);
        SignedNote b = note("../b", 2);
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            assertThat(folder.last("a")).isEmpty();
            folder.keep("a", note("a", 0));
            folder.keep("a", a);
            folder.keep("../b", b);
        }
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            assertThat(folder.last("a")).contains(a);
            assertThat(folder.last("../b")).contains(b);
        }
    }

    @Test
    void finds_the_old_or_the_new_checkpoint_after_a_crash_in_mid_write() throws IOException {
        SignedNote old = note("a", 1);
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            folder.keep("a", old);
            Path kept = onlyFile();
            Files.writeString(kept.resolveSibling("." + kept.getFileName() + ".new"), "half of a no");
            assertThat(folder.last("a")).contains(old);
            SignedNote next = note("a", 2);
            folder.keep("a", next);
            assertThat(folder.last("a")).contains(next);
            assertThat(onlyFile()).isEqualTo(kept);
        }
    }

    @Test
    void does_not_take_damage_for_a_log_that_was_never_seen() throws IOException {
        try (WitnessFolder folder = WitnessFolder.open(folder())) {
            folder.keep("a", note("a", 1));
            Files.writeString(onlyFile(), "");
            assertThatThrownBy(() -> folder.last("a"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is damaged");
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("cosigned"))) {
            return files.reduce((one, other) -> {
                        throw new AssertionError(one + " and " + other);
                    })
                    .orElseThrow();
        }
    }

    private static SignedNote note(String origin, int size) {
        SampleLedger ledger = new SampleLedger(SampleLedger.key(origin)).grownBy(size);
        return SignedNote.parse(ledger.checkpoint().note());
    }
}
