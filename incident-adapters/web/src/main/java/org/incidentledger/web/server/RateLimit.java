package org.incidentledger.web.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Request;

/**
 * How often one client may ask for something: so many at once, and then as many as come back with time. A client is an IPv4 address or
 * the network of an IPv6 one. Safe for use by many threads; at most 100,000 clients are remembered.
 */
final class RateLimit {
    private static final int CLIENTS_MAX = 100_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final double most;
    private final double perNano;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /** @param nanos a clock that only goes forward */
    RateLimit(int most, Duration within, LongSupplier nanos) {
        this.most = most;
        this.perNano = most / (double) within.toNanos();
        this.nanos = nanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS_MAX)
                .expireAfterAccess(within.plusMinutes(1))
                .build();
    }

    /** Whether one more is granted; it counts then. */
    boolean grants(String client) {
        return buckets.get(client, any -> new Bucket(most, nanos.getAsLong())).take(this);
    }

    /** Who sends a request. */
    static String client(Request request) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote)) {
            return "";
        }
        InetAddress address = remote.getAddress();
        if (address == null) {
            return remote.getHostString();
        }
        byte[] bytes = address.getAddress();
        int counted = bytes.length > 4 ? IPV6_NETWORK_BYTES : bytes.length;
        return new String(bytes, 0, counted, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static final class Bucket {
        private double left;
        private long filledAt;

        Bucket(double left, long now) {
            this.left = left;
            this.filledAt = now;
        }

        synchronized boolean take(RateLimit limit) {
            long now = limit.nanos.getAsLong();
            left = Math.min(limit.most, left + (now - filledAt) * limit.perNano);
            filledAt = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
