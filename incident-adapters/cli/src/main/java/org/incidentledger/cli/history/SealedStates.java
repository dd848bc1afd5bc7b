package org.incidentledger.cli.history;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.embedded.Vault;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.projections.audit.FieldChange;

/** Says of the sealed values that a line names which were erased since; the line itself is the same for ever. */
final class SealedStates {
    private static final Pattern NAMED = Pattern.compile("^sealed value ([0-9a-f-]{36}) about (\\S+)$");

    private final Vault vault;

    SealedStates(Vault vault) {
        this.vault = vault;
    }

    AuditLine in(AuditLine line) {
        List<FieldChange> changes = line.changes().stream().map(this::in).toList();
        return changes.equals(line.changes())
                ? line
                : new AuditLine(
                        line.position(),
                        line.recordedAt(),
                        line.occurredAt(),
                        line.actor(),
                        line.commandId(),
                        line.correlationId(),
                        line.reason(),
                        line.stream(),
                        line.sequence(),
                        line.type(),
                        line.eventId(),
                        line.summary(),
                        changes);
    }

    private FieldChange in(FieldChange change) {
        return change.to() == null
                ? change
                : new FieldChange(
                        change.field(),
                        change.from(),
                        NAMED.matcher(change.to()).replaceAll(this::state));
    }

    private String state(MatchResult named) {
        boolean stored = vault.isStored(new ActorRef(named.group(2)), UUID.fromString(named.group(1)));
        return stored ? named.group() : "erased value %s about %s".formatted(named.group(1), named.group(2));
    }
}
