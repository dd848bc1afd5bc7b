package org.incidentledger.cli.invocation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of a command that serves until it is stopped. */
public final class ListenOption {
    private static final int LARGEST_PORT = 65_535;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: this machine only).")
    @Nullable
    String address;

    /**
     * Where to listen.
     *
     * @throws Failure as bad input when there is no such port, or the address is not known
     */
    public InetSocketAddress at(int port) {
        if (port < 0 || port > LARGEST_PORT) {
            throw Failure.badInput("--port %d is none; use one from 0 to %d".formatted(port, LARGEST_PORT));
        }
        if (address == null) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw Failure.badInput(
                    "--address %s is not known; use one of this machine".formatted(Quoted.shorten(address)), e);
        }
    }

    /** Returns when this thread is interrupted, and not before. */
    public static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
