package org.incidentledger.projections.replay;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Stores the encoded documents of views, which can be deleted and rebuilt from the ledger at any time. Calls within a
 * transaction of the adapter join it. Safe for use by many threads.
 */
public interface ViewStore {
    /** The document under a key of a view, if there is one. */
    Optional<byte[]> get(String view, String key);

    /** Stores a document under a key of a view, in place of the one before. */
    void put(String view, String key, byte[] document);

    /** Stores several documents of a view, by their keys. */
    default void putAll(String view, Map<String, byte[]> documents) {
        documents.forEach((key, document) -> put(view, key, document));
    }

    /** Removes the document under a key of a view; nothing happens when there is none. */
    void remove(String view, String key);

    /** Hands every document of a view to the reader in the order of its key (by code point). */
    void forEach(String view, BiConsumer<String, byte[]> reader);

    /** Removes every document of a view. */
    void clear(String view);
}
