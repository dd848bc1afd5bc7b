package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.ledger.StreamId;
import org.incidentledger.core.vocabulary.Words;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.projections.audit.FieldChange;

/**
 * Says of the sealed values that a line of the audit trail names what has become of them. The line in the view stays as it was made; what is said here is what holds now, also of lines as of an earlier instant. Safe for use by many threads.
 */
public final class SealedStates {
    private static final Pattern NAMED = Pattern.compile("^sealed value ([0-9a-f-]{36}) about (\\S+)$");

    /** Only these: anybody may write a title that reads like the name of a value. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "incident.reported", Set.of("reporter"),
            "incident.finding-recorded", Set.of("sealed note"),
            "subject.described", Set.of("name", "contact"));

    private final Vault vault;

    public SealedStates(Vault vault) {
        this.vault = vault;
    }

    /**
     * A value that a line names.
     *
     * @param field of the event that refers to it
     */
    public record Named(String field, UUID value, ActorRef subject, SealedState state) {
        /** For people, such as {@code erased value 5d1e… about client/4711}. */
        @Override
        public String toString() {
            return "%s value %s about %s".formatted(Words.of(state), value, subject);
        }
    }

    /** The values that a line names, in the order of its fields. */
    public List<Named> of(AuditLine line) {
        List<Named> named = new ArrayList<>();
        for (FieldChange change : line.changes()) {
            Matcher matcher = matcher(line, change);
            if (matcher.matches()) {
                UUID value = UUID.fromString(matcher.group(1));
                ActorRef subject = new ActorRef(matcher.group(2));
                named.add(new Named(
                        change.field(), value, subject, vault.stateOf(subject, value, StreamId.parse(line.stream()))));
            }
        }
        return named;
    }

    /** The line with the state of each value in place of its name. */
    public AuditLine in(AuditLine line) {
        List<Named> named = of(line);
        return named.isEmpty() ? line : line.with(changes(line, named));
    }

    private static List<FieldChange> changes(AuditLine line, List<Named> named) {
        List<FieldChange> changes = new ArrayList<>();
        int next = 0;
        for (FieldChange change : line.changes()) {
            boolean isNamed = matcher(line, change).matches();
            changes.add(
                    isNamed
                            ? new FieldChange(
                                    change.field(),
                                    change.from(),
                                    named.get(next++).toString())
                            : change);
        }
        return changes;
    }

    private static Matcher matcher(AuditLine line, FieldChange change) {
        boolean may = FIELDS.getOrDefault(line.type(), Set.of()).contains(change.field()) && change.to() != null;
        return NAMED.matcher(may ? change.to() : "");
    }
}
