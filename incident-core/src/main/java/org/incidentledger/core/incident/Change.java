package org.incidentledger.core.incident;

/** What a value was and what it became. */
public record Change<T>(T from, T to) {}
