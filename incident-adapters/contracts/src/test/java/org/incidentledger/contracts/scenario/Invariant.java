package org.incidentledger.contracts.scenario;

import java.util.List;
import java.util.function.Consumer;

/** One invariant under its number in docs/invariants.md. */
record Invariant(String number, String statement, Consumer<List<Step>> rule) {
    /** All of them, in the order of the document. */
    static final List<Invariant> ALL = List.of(
            new Invariant("I1", "refused changes nothing", DecisionInvariants::refusedChangesNothing),
            new Invariant("I2", "one command one event", DecisionInvariants::oneCommandOneEvent),
            new Invariant("I3", "folding gives the state", DecisionInvariants::foldingGivesTheState),
            new Invariant("I4", "deciding is pure", DecisionInvariants::decidingIsPure),
            new Invariant("I5", "nothing occurs in the future", DecisionInvariants::nothingOccursInTheFuture),
            new Invariant("I6", "phases follow the graph", LifecycleInvariants::phasesFollowTheGraph),
            new Invariant("I7", "maintenances follow the graph", LifecycleInvariants::maintenancesFollowTheGraph),
            new Invariant("I8", "merges lead somewhere", LifecycleInvariants::mergesLeadSomewhere),
            new Invariant(
                    "I9",
                    "closed access is closes minus restores",
                    LifecycleInvariants::closedAccessIsClosesMinusRestores),
            new Invariant("I10", "resolution names closed access", LifecycleInvariants::resolutionNamesClosedAccess),
            new Invariant("I11", "published means approved", LifecycleInvariants::publishedMeansApproved),
            new Invariant("I12", "standing text is the last said", PublicInvariants::standingTextIsTheLastSaid),
            new Invariant("I13", "correction tells what stood", PublicInvariants::correctionTellsWhatStood),
            new Invariant("I14", "closed changes only by correction", PublicInvariants::closedChangesOnlyByCorrection),
            new Invariant(
                    "I15",
                    "exercises and dismissals stay private",
                    PublicInvariants::exercisesAndDismissalsStayPrivate),
            new Invariant("I16", "dismissed has nothing standing", PublicInvariants::dismissedHasNothingStanding),
            new Invariant("I17", "limits hold", RecordInvariants::limitsHold),
            new Invariant("I18", "erased holds no values", RecordInvariants::erasedHoldsNoValues),
            new Invariant("I19", "changes tell old and new", RecordInvariants::changesTellOldAndNew),
            new Invariant("I20", "settled stays settled", RecordInvariants::settledStaysSettled));

    /** @throws AssertionError naming the invariant and the first command that broke it */
    void check(List<Step> steps) {
        try {
            rule.accept(steps);
        } catch (AssertionError e) {
            throw new AssertionError("%s (%s): %s".formatted(number, statement, e.getMessage()), e);
        }
    }
}
