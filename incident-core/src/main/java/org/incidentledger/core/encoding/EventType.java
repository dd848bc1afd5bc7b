package org.incidentledger.core.encoding;

/**
 * How a kind of event is stored.
 *
 * @param name stable for ever, whatever the class is called
 * @param revision of the shape of its data that is written now, from 1
 */
record EventType(Class<? extends Record> event, String name, int revision) {}
