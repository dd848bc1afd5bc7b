package org.incidentledger.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.incidentledger.core.tlog.CosignatureSigner;
import org.incidentledger.core.tlog.VerifierKey;

/** A witness that listens on this machine, with state in memory, for one log. */
final class LocalWitness implements AutoCloseable {

    static {
        // Read once, when the first server of the Java process is made.
        System.setProperty("sun.net.httpserver.maxReqTime", "2");
    }

    private final FaultyState state = new FaultyState();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final CosignatureSigner key;
    private final WitnessServer server;

    LocalWitness(String name, VerifierKey... logs) throws IOException {
        key = CosignatureSigner.generate(name, new SecureRandom(), Instant::now);
        StringBuilder known = new StringBuilder();
        List.of(logs).forEach(log -> known.append("log ").append(log.text()).append('\n'));
        Witness witness = Witness.of(KnownLogs.parse(known.toString()), key, state);
        server = WitnessServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), witness, notices::add);
    }

    FaultyState state() {
        return state;
    }

    List<String> notices() {
        return notices;
    }

    VerifierKey key() {
        return key.verifierKey();
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
