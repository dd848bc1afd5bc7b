package org.incidentledger.web.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.incidentledger.web.content.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Replies by path and version, at most 64 MiB of them. A new version is a new key; old ones go as they are not asked for any more.
 * Each is made once, however many ask at the same time.
 */
final class ReplyCache {
    private static final long MAX_BYTES = 64L << 20;
    private static final int OK = 200;

    private final Cache<Key, Optional<Reply>> replies = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, Optional<Reply> reply) ->
                    200 + reply.map(Reply::weight).orElse(0))
            .build();

    private record Key(String path, String version) {}

    /** The reply, if it was made already. */
    @Nullable
    Reply ready(Resource resource) {
        Optional<Reply> ready = replies.getIfPresent(new Key(resource.path(), resource.version()));
        return ready == null ? null : ready.orElse(null);
    }

    /** The reply, made now if need be; empty when there is nothing at the path. */
    Optional<Reply> made(Resource resource) {
        return replies.get(
                new Key(resource.path(), resource.version()),
                any -> resource.maker().get().map(body -> new Reply(OK, body, resource.lasting())));
    }
}
