package org.incidentledger.core.incident;

import org.incidentledger.core.sealing.SealedHolder;

/** Something that an actor wants of one incident. Commands are values; the rules are in {@link IncidentDecider}. */
public sealed interface IncidentCommand extends SealedHolder
        permits LifecycleCommand,
                AssessmentCommand,
                ContainmentCommand,
                PublicationCommand,
                NotificationCommand,
                ObligationCommand,
                PostMortemCommand,
                ActionItemCommand,
                RecordCommand {
    /** The incident that the command is for. */
    IncidentId incident();
}
