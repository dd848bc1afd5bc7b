package org.incidentledger.ledger.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.SealedChange;

/** The answers of one group, held back until it is known what became of the group. */
final class Answers {
    private record Held(Request.Appending request, AppendResult result) {}

    private final List<Request> requests;
    private final List<Held> held = new ArrayList<>();

    Answers(List<Request> requests) {
        this.requests = requests;
    }

    /** How many requests there are. */
    int size() {
        return requests.size();
    }

    /** Asks the group about every append; one that cannot even be written as an entry fails alone. */
    void collect(Group group) throws SQLException {
        for (Request request : requests) {
            if (request instanceof Request.Appending appending) {
                collect(group, appending);
            }
        }
    }

    private void collect(Group group, Request.Appending appending) throws SQLException {
        try {
            AppendResult result = group.admit(appending);
            if (appending.nextSigner() != null && result instanceof AppendResult.Appended) {
                group.rotateTo(appending.nextSigner());
            }
            held.add(new Held(appending, result));
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            appending.fail(unfit);
        }
    }

    /** What is to be appended, in the order in which it was asked for. */
    List<Append> appends() {
        return requests.stream()
                .filter(Request.Appending.class::isInstance)
                .map(request -> ((Request.Appending) request).append())
                .toList();
    }

    /** Whether there is nothing to do but to append events and to seal values. */
    boolean onlyAdd() {
        return requests.stream()
                .allMatch(request -> request instanceof Request.Appending appending
                        && appending.nextSigner() == null
                        && (appending.append().change() instanceof SealedChange.None
                                || appending.append().change() instanceof SealedChange.Seal));
    }

    /** Who asks for the removal of what is left of erased values. */
    List<Request.Purging> purging() {
        return requests.stream()
                .filter(Request.Purging.class::isInstance)
                .map(Request.Purging.class::cast)
                .toList();
    }

    /** The group is on disk. */
    void give(LedgerHead durable) {
        held.forEach(each -> each.request().answer().complete(each.result()));
        for (Request request : requests) {
            if (request instanceof Request.Settling settling) {
                settling.answer().complete(durable);
            }
        }
    }

    /** Nothing of the group was appended. */
    void fail(LedgerException certain) {
        requests.forEach(request -> request.fail(certain));
    }

    /** Whether the group was appended cannot be said now; what did not want to add anything is told that it failed. */
    void failUnknown(LedgerException.Unavailable cause) {
        for (Held each : held) {
            if (each.result() instanceof AppendResult.Appended
                    || each.result() instanceof AppendResult.AlreadyAppended) {
                each.request()
                        .fail(new LedgerException.OutcomeUnknown(
                                each.request().append().header().commandId(), cause));
            }
        }
        fail(cause);
    }
}
