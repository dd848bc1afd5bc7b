package org.incidentledger.intake.statuspage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.incidentledger.core.catalog.ComponentId;
import org.incidentledger.core.incident.IncidentId;
import org.incidentledger.core.maintenance.MaintenanceId;
import org.incidentledger.core.publication.ExternalRef;
import org.incidentledger.core.publication.UpdateId;
import org.incidentledger.core.vocabulary.Identifier;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The page that a mirror follows: how its things are called in the ledger.
 *
 * <p>A thing keeps the id that it has at the source, so that people find it; one that would be no identifier here gets an id
 * derived from it. Whether it is the same thing is never told by the id alone, but by the external reference.
 */
record SourcePage(String pageId) {
    private static final String SYSTEM = "statuspage:";

    String source() {
        return SYSTEM + pageId;
    }

    ExternalRef ref(String id, @Nullable String url) {
        return new ExternalRef(source(), id, url == null || url.isBlank() ? null : url);
    }

    /** Whether a thing of the ledger came from this page under this id. */
    boolean isMine(@Nullable ExternalRef external, String id) {
        return external != null
                && external.source().equals(source())
                && external.id().equals(id);
    }

    boolean isMine(@Nullable ExternalRef external) {
        return external != null && external.source().equals(source());
    }

    static boolean isStatuspage(@Nullable ExternalRef external) {
        return external != null && external.source().startsWith(SYSTEM);
    }

    /** The id of the page that a thing came from. */
    static @Nullable String pageOf(@Nullable ExternalRef external) {
        return external != null && isStatuspage(external) ? external.source().substring(SYSTEM.length()) : null;
    }

    /** What a thing is called at its source, or else here. */
    static String idOf(@Nullable ExternalRef external, String own) {
        return external != null && isStatuspage(external) ? external.id() : own;
    }

    static IncidentId incident(String id) {
        return new IncidentId(identifier(id));
    }

    static MaintenanceId maintenance(String id) {
        return new MaintenanceId(identifier(id));
    }

    static UpdateId update(String id) {
        return new UpdateId(identifier(id));
    }

    static ComponentId component(String id) {
        return new ComponentId(identifier(id));
    }

    private static String identifier(String id) {
        try {
            return Identifier.require("id", id);
        } catch (InvalidValueException e) {
            return "sp-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        }
    }
}
