package org.incidentledger.web.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param address port 0 takes any that is free
 * @param certificate the PEM file of the certificate with its chain; with it the server speaks TLS 1.2 and 1.3 and nothing else
 * @param key the PEM file of the certificate's key, PKCS #8, not encrypted
 * @param behindProxy whether a proxy of one's own says who the client is ({@code X-Forwarded-For}, {@code -Proto}, {@code Forwarded}).
 *     Without one, anybody could say so
 */
public record ServerOptions(
        InetSocketAddress address,
        @Nullable Path certificate,
        @Nullable Path key,
        boolean behindProxy) {
    /** @throws IllegalArgumentException when only one of certificate and key is given */
    public ServerOptions {
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("a certificate needs its key and a key its certificate; give both");
        }
    }

    /** This machine only, without TLS. */
    public static ServerOptions loopback(int port) {
        return new ServerOptions(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), null, null, false);
    }
}
