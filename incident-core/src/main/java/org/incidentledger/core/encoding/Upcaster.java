package org.incidentledger.core.encoding;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns the data of one type from one revision into the next. What is stored is never changed; old data is brought up to date
 * each time it is read.
 *
 * <p>To change the data of an event (a new constant of an enumeration is a change too: an older version could not read it):
 *
 * <ol>
 *   <li>change the record, and raise the revision of its type in {@link EventTypes} by one;
 *   <li>write an upcaster from the revision before to the new one and list it in {@link Upcasters#ALL}; it knows the shape of
 *       both revisions as they are in JSON and mentions no class of the domain, which will go on changing;
 *   <li>run the tests: they ask for a golden file of the new revision, and prove that the golden file of the old revision,
 *       which stays, is still read;
 *   <li>add the revision to the table in {@code docs/ledger-format.md}.
 * </ol>
 */
interface Upcaster {
    /** The stable name of the event. */
    String type();

    /** The revision that this upcaster takes; it gives the next one. */
    int fromRevision();

    /**
     * The data in the next revision, members in the order of that revision. The argument may be changed and returned.
     *
     * @throws IllegalArgumentException when the data is not in the revision that this upcaster takes
     */
    ObjectNode upcast(ObjectNode data);
}
