package org.incidentledger.web.content;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something at a path, and how to make it.
 *
 * @param path with everything else of the request that the bytes depend on
 * @param version the same path and version are the same bytes
 * @param lasting whether it never changes: it may be kept for ever then
 * @param maker makes it; empty when there is no such thing after all. May read the ledger
 */
public record Resource(String path, String version, boolean lasting, Supplier<Optional<Body>> maker) {}
