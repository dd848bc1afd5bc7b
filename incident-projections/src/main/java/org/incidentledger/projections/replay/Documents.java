package org.incidentledger.projections.replay;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The documents of one view, as they stand live or as of some position. */
public interface Documents<D> {
    /** The document under a key, if there is one. */
    Optional<D> get(String key);

    /** Every document in the order of its key; close the stream when it is not read to its end. */
    Stream<D> all();

    /** Hands every document to the reader in the order of its key, one after the other: never all of them in memory. */
    default void forEach(Consumer<D> reader) {
        try (Stream<D> documents = all()) {
            documents.forEach(reader);
        }
    }
}
