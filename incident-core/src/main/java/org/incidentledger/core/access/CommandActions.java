package org.incidentledger.core.access;

import org.incidentledger.core.catalog.CatalogCommand;
import org.incidentledger.core.incident.ActionItemCommand;
import org.incidentledger.core.incident.AssessmentCommand;
import org.incidentledger.core.incident.ContainmentCommand;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.LifecycleCommand;
import org.incidentledger.core.incident.NotificationCommand;
import org.incidentledger.core.incident.ObligationCommand;
import org.incidentledger.core.incident.PostMortemCommand;
import org.incidentledger.core.incident.PublicationCommand;
import org.incidentledger.core.incident.RecordCommand;
import org.incidentledger.core.maintenance.MaintenanceCommand;
import org.incidentledger.core.subject.SubjectCommand;

/** Which action a command is. A new command breaks the build here until it is said who may send it. */
public final class CommandActions {
    private CommandActions() {}

    /** The action of a command for an incident. */
    public static Action of(IncidentCommand command) {
        return switch (command) {
            case LifecycleCommand lifecycle -> lifecycle(lifecycle);
            case AssessmentCommand assessment -> Action.RESPOND;
            case ContainmentCommand containment -> Action.RESPOND;
            case PublicationCommand publication -> Action.PUBLISH_UPDATES;
            case NotificationCommand notification -> notification(notification);
            case ObligationCommand obligation -> obligation(obligation);
            case PostMortemCommand postMortem -> postMortem(postMortem);
            case ActionItemCommand item -> Action.TRACK_ACTION_ITEMS;
            case RecordCommand ofRecord -> record(ofRecord);
        };
    }

    private static Action lifecycle(LifecycleCommand command) {
        return switch (command) {
            case LifecycleCommand.ReportIncident report -> Action.REPORT;
            case LifecycleCommand.AcknowledgeIncident acknowledge -> Action.RESPOND;
            case LifecycleCommand.ResolveIncident resolve -> Action.RESPOND;
            case LifecycleCommand.ReopenIncident reopen -> Action.RESPOND;
            case LifecycleCommand.RejectReport reject -> Action.RESPOND;
            case LifecycleCommand.MergeIncident merge -> Action.RESPOND;
        };
    }

    private static Action notification(NotificationCommand command) {
        return switch (command) {
            case NotificationCommand.NotifyAudience notify -> Action.NOTIFY;
            case NotificationCommand.RecordNotificationProgress progress -> Action.DELIVER;
            case NotificationCommand.CompleteNotification complete -> Action.DELIVER;
        };
    }

    private static Action obligation(ObligationCommand command) {
        return switch (command) {
            case ObligationCommand.RecordAnchor anchor -> Action.RESPOND;
            case ObligationCommand.NotifyAuthority notify -> Action.NOTIFY_AUTHORITY;
            case ObligationCommand.WaiveObligation waive -> Action.WAIVE;
        };
    }

    private static Action postMortem(PostMortemCommand command) {
        return switch (command) {
            case PostMortemCommand.RevisePostMortem revise -> Action.WRITE_POST_MORTEM;
            case PostMortemCommand.ApprovePostMortem approve -> Action.APPROVE_POST_MORTEM;
            case PostMortemCommand.PublishPostMortem publish -> Action.PUBLISH_POST_MORTEM;
            case PostMortemCommand.WaivePostMortem waive -> Action.WAIVE;
        };
    }

    private static Action record(RecordCommand command) {
        return switch (command) {
            case RecordCommand.RecordFinding finding -> Action.RESPOND;
            case RecordCommand.CorrectRecord correct -> Action.RESPOND;
            case RecordCommand.EraseSealed erase -> Action.ERASE;
            case RecordCommand.PlaceHold place -> Action.HOLD;
            case RecordCommand.LiftHold lift -> Action.HOLD;
        };
    }

    /** The action of a command for a maintenance. */
    public static Action of(MaintenanceCommand command) {
        return switch (command) {
            case MaintenanceCommand.ScheduleMaintenance schedule -> Action.PLAN_MAINTENANCE;
            case MaintenanceCommand.RescheduleMaintenance reschedule -> Action.PLAN_MAINTENANCE;
            case MaintenanceCommand.StartMaintenance start -> Action.PLAN_MAINTENANCE;
            case MaintenanceCommand.VerifyMaintenance verify -> Action.PLAN_MAINTENANCE;
            case MaintenanceCommand.CompleteMaintenance complete -> Action.PLAN_MAINTENANCE;
            case MaintenanceCommand.CancelMaintenance cancel -> Action.PLAN_MAINTENANCE;
            case MaintenanceCommand.PostMaintenanceUpdate post -> Action.PUBLISH_UPDATES;
            case MaintenanceCommand.CorrectMaintenanceUpdate correct -> Action.PUBLISH_UPDATES;
            case MaintenanceCommand.RetractMaintenanceUpdate retract -> Action.PUBLISH_UPDATES;
            case MaintenanceCommand.CorrectMaintenanceTitle title -> Action.PUBLISH_UPDATES;
        };
    }

    /** The action of a command for the catalog. */
    public static Action of(CatalogCommand command) {
        return switch (command) {
            case CatalogCommand.DescribePage page -> Action.EDIT_CATALOG;
            case CatalogCommand.AddComponent add -> Action.EDIT_CATALOG;
            case CatalogCommand.DescribeComponent describe -> Action.EDIT_CATALOG;
            case CatalogCommand.RetireComponent retire -> Action.EDIT_CATALOG;
            case CatalogCommand.ReinstateComponent reinstate -> Action.EDIT_CATALOG;
        };
    }

    /** The action of a command about a subject. */
    public static Action of(SubjectCommand command) {
        return switch (command) {
            case SubjectCommand.DescribeSubject describe -> Action.RESPOND;
            case SubjectCommand.OpenValues open -> Action.OPEN_SEALED;
            case SubjectCommand.EraseSubject erase -> Action.ERASE;
        };
    }
}
