package org.incidentledger.core.incident;

import org.incidentledger.core.sealing.SealedHolder;

/**
 * Something that happened to one incident. Events are facts: they are encoded under stable names, never changed and never
 * removed. A change carries both the old and the new value, so that one event tells its own story.
 */
public sealed interface IncidentEvent extends SealedHolder
        permits LifecycleEvent,
                AssessmentEvent,
                ContainmentEvent,
                PublicationEvent,
                NotificationEvent,
                ObligationEvent,
                PostMortemEvent,
                ActionItemEvent,
                RecordEvent {}
