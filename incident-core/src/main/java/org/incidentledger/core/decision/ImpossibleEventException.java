package org.incidentledger.core.decision;

/** An event that no decider could have emitted in this state: the history is corrupt, and reading it must stop. */
public final class ImpossibleEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImpossibleEventException(Object event, String state) {
        super("%s cannot follow the state %s".formatted(event.getClass().getSimpleName(), state));
    }
}
