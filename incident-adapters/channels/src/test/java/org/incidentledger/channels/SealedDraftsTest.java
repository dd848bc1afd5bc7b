package org.incidentledger.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.incidentledger.core.incident.Audience;
import org.incidentledger.core.incident.Channel;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.incident.NotificationId;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.sealing.KeyWrapper;
import org.incidentledger.sealing.KeysetFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts that bear addresses. */
class SealedDraftsTest {
    private static final MailAddress ONE = new MailAddress("noc@example.org");
    private static final MailAddress OTHER = new MailAddress("ops@example.net");

    @TempDir
    Path temporary;

    private final Notification addressed = notification("M", ONE, OTHER);
    private KeyWrapper key = KeyWrapper.ofThisProcess();
    private Path file = Path.of("");

    @BeforeEach
    void deliver() {
        assertThat(outbox().deliver(addressed).hasFailed()).isFalse();
        file = outbox().fileOf(addressed);
    }

    @Test
    void are_in_no_file_in_plain_text() throws IOException {
        assertThat(outbox().deliver(notification("another", ONE)).hasFailed()).isTrue();

        assertThat(files()).containsExactly(file);
        assertThat(file).hasFileName("n1.mail.eml.sealed");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(ONE.value(), OTHER.value());
    }

    @Test
    void are_found_by_what_is_in_them() throws IOException {
        assertThat(outbox().find(text -> text.contains(OTHER.value()))).containsExactly(file);
        assertThat(outbox().find(text -> text.contains("nobody@example.org"))).isEmpty();
    }

    @Test
    void stay_as_they_are_when_delivered_again_with_or_without_addresses() throws IOException {
        byte[] first = Files.readAllBytes(file);

        assertThat(outbox().deliver(addressed).hasFailed()).isFalse();
        assertThat(outbox().deliver(notification("M")).hasFailed()).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(files()).hasSize(1);
    }

    @Test
    void of_another_key_or_that_were_changed_are_named_and_no_search_passes_them_by() throws IOException {
        KeyWrapper right = key;
        key = KeyWrapper.ofThisProcess();
        assertCannotBeOpened();

        key = right;
        byte[] changed = Files.readAllBytes(file);
        changed[changed.length - 1] ^= 1;
        Files.write(file, changed);
        assertCannotBeOpened();
    }

    private void assertCannotBeOpened() {
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> outbox().find(text -> false))
                .withMessageContaining(file.toString())
                .withMessageContaining("put the right key back, or delete that draft")
                .withNoCause();
        assertThatExceptionOfType(LedgerException.Unavailable.class).isThrownBy(() -> outbox().sealAnew());
    }

    @Test
    void that_were_cut_short_are_found_whoever_was_meant() throws IOException {
        Path part = file.resolveSibling(".draft-1.sealed.part");
        Files.write(part, new byte[7]);

        assertThat(outbox().find(text -> false)).containsExactly(part);
    }

    @Test
    void open_by_the_present_key_alone_once_they_were_sealed_anew() throws IOException {
        Files.delete(file);
        KeysetFile keyset = new KeysetFile(temporary.resolve("sealing.keyset"));
        key = keyset;
        outbox().deliver(addressed);
        keyset.addKey();

        assertThat(outbox().sealAnew()).isEqualTo(1);
        keyset.dropOldKeys();
        assertThat(new String(outbox().read(file), StandardCharsets.UTF_8)).contains(ONE.value());
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(temporary.resolve("outbox"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Outbox outbox() {
        return new Outbox(temporary.resolve("outbox"), key);
    }

    private static Notification notification(String message, MailAddress... to) {
        return new Notification(
                new IncidentId("i1"),
                new NotificationId("n1"),
                Audience.AFFECTED_CLIENTS,
                Channel.MAIL,
                "S",
                message,
                List.of(to),
                Instant.parse("2026-05-01T10:00:00Z"));
    }
}
