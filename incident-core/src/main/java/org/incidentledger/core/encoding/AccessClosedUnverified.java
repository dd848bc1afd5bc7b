package org.incidentledger.core.encoding;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Revision 1 of {@code incident.access-closed} did not say whether somebody had verified that the connections were closed:
 * what nobody said counts as not verified.
 */
record AccessClosedUnverified() implements Upcaster {
    @Override
    public String type() {
        return "incident.access-closed";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode data) {
        if (data.has("verified")) {
            throw new IllegalArgumentException("revision 1 has no member verified");
        }
        return data.put("verified", false);
    }
}
