package org.incidentledger.cli.incident;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands of this package by their names. */
public final class IncidentCommands {
    private IncidentCommands() {}

    /** In the order in which help lists them. */
    public static Map<String, Class<?>> byName() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("report", Report.class);
        commands.put("acknowledge", LifecycleSteps.Acknowledge.class);
        commands.put("assign-role", AssessmentSteps.AssignRole.class);
        commands.put("assess", AssessmentSteps.Assess.class);
        commands.put("record-finding", RecordSteps.RecordFinding.class);
        commands.put("close-access", ContainmentSteps.CloseAccess.class);
        commands.put("restore-access", ContainmentSteps.RestoreAccess.class);
        commands.put("contain", ContainmentSteps.Contain.class);
        commands.put("containment-lost", ContainmentSteps.ContainmentLost.class);
        commands.put("post-update", PublicationSteps.PostUpdate.class);
        commands.put("correct-update", PublicationSteps.CorrectUpdate.class);
        commands.put("retract-update", PublicationSteps.RetractUpdate.class);
        commands.put("correct-title", PublicationSteps.CorrectTitle.class);
        commands.put("notify", Notify.class);
        commands.put("print-draft", PrintDraft.class);
        commands.put("notify-authority", ObligationSteps.NotifyAuthority.class);
        commands.put("record-anchor", ObligationSteps.RecordAnchor.class);
        commands.put("waive-obligation", ObligationSteps.WaiveObligation.class);
        commands.put("resolve", LifecycleSteps.Resolve.class);
        commands.put("reopen", LifecycleSteps.Reopen.class);
        commands.put("reject", LifecycleSteps.Reject.class);
        commands.put("merge", LifecycleSteps.Merge.class);
        commands.put("post-mortem", PostMortemSteps.class);
        commands.put("action-item", ActionItemSteps.class);
        commands.put("correct-record", RecordSteps.CorrectRecord.class);
        return commands;
    }
}
