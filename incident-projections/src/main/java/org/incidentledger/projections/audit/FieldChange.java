package org.incidentledger.projections.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an entry says of one field.
 *
 * @param from the value before; {@code null} when there was none, or when the event does not tell it
 * @param to the value now; {@code null} when it was withdrawn
 */
public record FieldChange(
        String field, @Nullable String from, @Nullable String to) {}
