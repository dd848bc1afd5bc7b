package org.incidentledger.embedded;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.sealing.PlainValue;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a ledger holds about a subject.
 *
 * @param values every value that was ever sealed about it, in the order of the ledger
 * @param mentions the entries that name the reference, also those that the subject wrote, in the order of the ledger
 * @param refusal the rule that keeps sealed what is there; absent when it is open
 */
public record SubjectReport(
        ActorRef subject,
        List<Held> values,
        List<Mention> mentions,
        @Nullable Refusal refusal) {
    public SubjectReport {
        values = List.copyOf(values);
        mentions = List.copyOf(mentions);
    }

    /**
     * A value.
     *
     * @param position of the entry that commits to it
     * @param type of that entry
     * @param open in plain text; absent when it was erased
     * @param erasedAt the position of the entry that erased it; absent when it is there
     */
    public record Held(
            UUID id,
            long position,
            String stream,
            String type,
            @Nullable PlainValue open,
            @Nullable Long erasedAt) {}

    /** An entry that names the reference. */
    public record Mention(long position, String stream, String type) {
        static Optional<Mention> in(StoredEntry stored, ActorRef subject) {
            String text = new String(stored.bytes(), StandardCharsets.UTF_8);
            if (!text.contains('"' + subject.value() + '"')) {
                return Optional.empty();
            }
            Entry entry = EntryFormat.read(stored);
            return Optional.of(new Mention(
                    entry.position(), entry.stream().toString(), entry.event().type()));
        }
    }
}
