package org.incidentledger.web.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.incidentledger.web.content.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Replies by path and version, at most 64 MiB of them. A new version is a new key; old ones go as they are not asked for any more.
 * Each is made once, however many ask at the same time.
 */
final class ReplyCache {
    private static final long MAX_BYTES = 64L << 20;
    private static final int OK = 200;
    private static final int PATHS_MAX = 1_000;
    private static final long MOMENT_NANOS = 400_000_000;

    private final Cache<Key, Optional<Reply>> replies = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, Optional<Reply> reply) ->
                    200 + reply.map(Reply::weight).orElse(0))
            .build();

    /** The last reply of each path that was asked for of late. */
    private final Cache<String, Reply> latest =
            Caffeine.newBuilder().maximumSize(PATHS_MAX).build();

    /** The paths of which the next reply is being made while everybody gets the last one. */
    private final Set<String> renewed = ConcurrentHashMap.newKeySet();

    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward */
    ReplyCache(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Key(String path, String version) {}

    /** The reply, if it was made already. */
    @Nullable
    Reply ready(Resource resource) {
        Optional<Reply> ready = replies.getIfPresent(new Key(resource.path(), resource.version()));
        Reply reply = ready == null ? null : ready.orElse(null);
        if (reply != null) {
            reply.wasCurrent(nanos.getAsLong());
        }
        return reply;
    }

    /**
     * The reply that was still current a moment ago: whoever asks while the next one is made need not wait. Nobody is told anything
     * that is older than that, however long ago it was made.
     */
    @Nullable
    Reply momentsAgo(Resource resource) {
        Reply reply = latest.getIfPresent(resource.path());
        return reply != null && nanos.getAsLong() - reply.currentAtNanos() < MOMENT_NANOS ? reply : null;
    }

    /** Whether the caller is to {@link #renew} the path: only one is at a time. */
    boolean mayRenew(Resource resource) {
        return renewed.add(resource.path());
    }

    /** Makes the next reply of a path; whoever was told to, and nobody else. */
    void renew(Resource resource) {
        try {
            made(resource);
        } finally {
            renewed.remove(resource.path());
        }
    }

    /** The reply, made now if need be; empty when there is nothing at the path. */
    Optional<Reply> made(Resource resource) {
        long asked = nanos.getAsLong();
        Optional<Reply> made = replies.get(
                new Key(resource.path(), resource.version()),
                any -> resource.maker().get().map(body -> new Reply(OK, body, resource.lasting())));
        made.ifPresent(reply -> {
            reply.wasCurrent(asked);
            latest.put(resource.path(), reply);
        });
        return made;
    }
}
