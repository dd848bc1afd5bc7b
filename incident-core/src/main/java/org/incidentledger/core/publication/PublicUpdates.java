package org.incidentledger.core.publication;

import static org.incidentledger.core.decision.Objections.firstOf;
import static org.incidentledger.core.decision.Objections.when;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.decision.Rule;
import org.incidentledger.core.decision.Texts;
import org.jspecify.annotations.Nullable;

/** The public updates of one incident or maintenance, with the rules that all of them obey. Immutable. */
public record PublicUpdates(Map<UpdateId, PublicUpdate> byId) {
    /** Nothing was public yet. */
    public static final PublicUpdates NONE = new PublicUpdates(Map.of());

    /** Whether something is public that was not retracted. */
    public boolean anyStanding() {
        return byId.values().stream().anyMatch(update -> !update.retracted());
    }

    /** Nobody changes what was public but by the methods below. */
    public PublicUpdates {
        byId = Collections.unmodifiableMap(byId);
    }

    /**
     * The same with one more update.
     *
     * @throws ImpossibleEventException when the id is taken
     */
    public PublicUpdates posted(Object event, UpdateId id, String text) {
        if (byId.containsKey(id)) {
            throw new ImpossibleEventException(event, "with update " + id);
        }
        return with(id, new PublicUpdate(text, false));
    }

    /**
     * The same with another text of one update.
     *
     * @throws ImpossibleEventException when it does not stand, or did not have the old text
     */
    public PublicUpdates corrected(Object event, UpdateId id, String from, String to) {
        if (!standing(event, id).text().equals(from)) {
            throw new ImpossibleEventException(event, "with another text of update " + id);
        }
        return with(id, new PublicUpdate(to, false));
    }

    /**
     * The same with one update taken back.
     *
     * @throws ImpossibleEventException when it does not stand
     */
    public PublicUpdates retracted(Object event, UpdateId id) {
        return with(id, new PublicUpdate(standing(event, id).text(), true));
    }

    /** Raised when the text is unfit or the id is taken. */
    public @Nullable Refusal objectToPosting(UpdateId id, String text, Limits limits) {
        return firstOf(
                Texts.required("public text", text, limits.publicText()),
                when(
                        byId.containsKey(id),
                        Rule.UPDATE_EXISTS,
                        () -> "update %s exists; post under a new id, or correct it".formatted(id)));
    }

    /** Raised when there is no such standing update, the new text is unfit or unchanged, or no reason is given. */
    public @Nullable Refusal objectToCorrection(UpdateId id, String text, String reason, Limits limits) {
        PublicUpdate update = byId.get(id);
        return firstOf(
                objectToMissing(id, update),
                Texts.required("public text", text, limits.publicText()),
                Texts.required("reason of the correction", reason, limits.line()),
                when(
                        update != null && update.text().equals(text),
                        Rule.SAME_TEXT,
                        () -> "update %s already has this text; send the text as it should be".formatted(id)));
    }

    /** Raised when there is no such standing update or no reason is given. */
    public @Nullable Refusal objectToRetraction(UpdateId id, String reason, Limits limits) {
        return firstOf(
                objectToMissing(id, byId.get(id)), Texts.required("reason of the retraction", reason, limits.line()));
    }

    /** The latest text of an update. */
    public String textOf(UpdateId id) {
        PublicUpdate update = byId.get(id);
        if (update == null) {
            throw new IllegalStateException("update %s was never posted".formatted(id));
        }
        return update.text();
    }

    private static @Nullable Refusal objectToMissing(UpdateId id, @Nullable PublicUpdate update) {
        return firstOf(
                when(
                        update == null,
                        Rule.UPDATE_UNKNOWN,
                        () -> "there is no update %s; name one that was posted".formatted(id)),
                when(
                        update != null && update.retracted(),
                        Rule.UPDATE_RETRACTED,
                        () -> "update %s was retracted; post a new one".formatted(id)));
    }

    private PublicUpdate standing(Object event, UpdateId id) {
        PublicUpdate update = byId.get(id);
        if (update == null || update.retracted()) {
            throw new ImpossibleEventException(event, "without a standing update " + id);
        }
        return update;
    }

    private PublicUpdates with(UpdateId id, PublicUpdate update) {
        Map<UpdateId, PublicUpdate> next = new LinkedHashMap<>(byId);
        next.put(id, update);
        return new PublicUpdates(next);
    }
}
