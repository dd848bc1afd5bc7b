package org.incidentledger.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.envers.Audited;
import org.incidentledger.core.incident.AssessmentCommand;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.jspecify.annotations.Nullable;

/** The incident as a service without event sourcing would have it: one row that changes, each change audited by Envers. */
@Entity
@Audited
class AuditedIncident {
    private static final int TEXT = 30_000;

    @Id
    private @Nullable String id;

    @Version
    private long version;

    private @Nullable String title;
    private @Nullable String kind;
    private @Nullable String severity;
    private @Nullable String phase;
    private @Nullable String commander;
    private @Nullable String publicStatus;
    private @Nullable String actor;

    @Column(length = TEXT)
    private @Nullable String publicText;

    @Column(length = TEXT)
    private @Nullable String finding;

    /** For Hibernate. */
    protected AuditedIncident() {}

    AuditedIncident(LifecycleCommand.ReportIncident report, String actor) {
        this.id = report.incident().value();
        this.title = report.title();
        this.kind = report.kind().name();
        this.severity = report.severity().name();
        this.phase = "REPORTED";
        this.actor = actor;
    }

    /** Changes the row as the command says; it is not changed when the command comes too late. */
    boolean apply(IncidentCommand command, String by) {
        actor = by;
        switch (command) {
            case LifecycleCommand.AcknowledgeIncident c -> {
                if (!"REPORTED".equals(phase)) {
                    return false;
                }
                phase = "ACKNOWLEDGED";
            }
            case AssessmentCommand.AssignRole c -> commander = c.assignee().value();
            case AssessmentCommand.AssessIncident c -> severity = String.valueOf(c.severity());
            case RecordCommand.RecordFinding c -> finding = c.finding();
            case LifecycleCommand.ResolveIncident c -> {
                phase = "RESOLVED";
                finding = c.summary();
            }
            case PublicationCommand.PostUpdate c -> {
                publicStatus = c.status().name();
                publicText = c.text();
            }
            default -> throw new IllegalArgumentException("no benchmark sends " + command);
        }
        return true;
    }

    /** How many characters are told of it; asks for every text, so that each must have been read. */
    int characters() {
        int sum = 0;
        for (String text : new @Nullable String[] {
            id, title, kind, severity, phase, commander, publicStatus, publicText, finding, actor
        }) {
            sum += text == null ? 0 : text.length();
        }
        return sum;
    }
}
