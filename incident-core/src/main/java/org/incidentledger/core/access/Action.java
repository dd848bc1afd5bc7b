package org.incidentledger.core.access;

import static org.incidentledger.core.access.Role.APPROVER;
import static org.incidentledger.core.access.Role.AUDITOR;
import static org.incidentledger.core.access.Role.COMMUNICATOR;
import static org.incidentledger.core.access.Role.KEY_HOLDER;
import static org.incidentledger.core.access.Role.READER;
import static org.incidentledger.core.access.Role.RESPONDER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.incidentledger.core.vocabulary.Words;

/**
 * Everything that a role is needed for, and the roles that allow it: the one table of who may do what. What is public needs no role
 * and is no action. Which command belongs to which action says {@link CommandActions}.
 */
public enum Action {
    /** Nobody should have to ask before saying that something is wrong: every role allows it. */
    REPORT("report an incident", READER, RESPONDER, COMMUNICATOR, APPROVER, AUDITOR, KEY_HOLDER),
    RESPOND(
            "acknowledge, assess, contain and resolve an incident, record findings, anchors and corrections",
            RESPONDER),
    TRACK_ACTION_ITEMS("open, complete and drop action items", RESPONDER),
    PUBLISH_UPDATES("post, correct and retract public updates and titles", COMMUNICATOR),
    NOTIFY("notify audiences", COMMUNICATOR),
    /** The ledger's own part of a notification: {@code system} may, whatever its roles. */
    DELIVER("record how far a notification has come", COMMUNICATOR),
    NOTIFY_AUTHORITY("record what was filed with an authority", COMMUNICATOR),
    WAIVE("waive a statutory duty or a post-mortem", APPROVER),
    WRITE_POST_MORTEM("draft and revise a post-mortem", RESPONDER, COMMUNICATOR),
    APPROVE_POST_MORTEM("approve a post-mortem that somebody else wrote", APPROVER),
    PUBLISH_POST_MORTEM("publish an approved post-mortem", COMMUNICATOR, APPROVER),
    PLAN_MAINTENANCE("schedule, move, start, end and cancel maintenance", RESPONDER, COMMUNICATOR),
    EDIT_CATALOG("describe the page and its components", RESPONDER, COMMUNICATOR),
    READ_INCIDENTS(
            "see what is internal of incidents: findings, timelines, measures, drafts",
            READER,
            RESPONDER,
            COMMUNICATOR,
            APPROVER,
            AUDITOR),
    READ_AUDIT_TRAIL("see who did what, and which commands were refused", AUDITOR),
    READ_ENTRIES("take entries as they are stored: proofs, exports, verification", AUDITOR),
    ATTEST("have checkpoints cosigned by a witness or time-stamped", AUDITOR, KEY_HOLDER),
    OPEN_SEALED("open sealed values, disclose them, export what is held about a subject", KEY_HOLDER),
    ERASE("erase the sealed values about a subject", KEY_HOLDER),
    HOLD("place and lift a legal hold", APPROVER),
    ROTATE_KEYS("replace the signing key or the key that wraps sealed values", KEY_HOLDER),
    READ_ACCESS("see who has which role, and which access tokens there are", AUDITOR, KEY_HOLDER),
    MANAGE_ACCESS("give and take roles and access tokens", KEY_HOLDER),
    OPERATE("rebuild views, fold dead letters again, prune refusals", RESPONDER, KEY_HOLDER);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable in the constructor
    private final Set<Role> allowedBy;

    Action(String description, Role... allowedBy) {
        this.description = description;
        this.allowedBy = Collections.unmodifiableSet(EnumSet.copyOf(List.of(allowedBy)));
    }

    /** What is done, for people, such as {@code report an incident}. */
    public String description() {
        return description;
    }

    /** The roles that allow it, in their order; each is enough. */
    public Set<Role> allowedBy() {
        return allowedBy;
    }

    /** The stable word of this action, such as {@code publish-updates}. */
    public String word() {
        return Words.of(this);
    }
}
