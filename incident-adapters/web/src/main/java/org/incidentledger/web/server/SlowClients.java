package org.incidentledger.web.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;

/**
 * Cuts off connections on which no request has been finished for a while, whether nothing comes or a byte now and then: the idle
 * timeout of the server alone lets the latter stay for ever.
 */
final class SlowClients implements Connection.Listener {
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
    private final long patienceNanos;
    private final LongSupplier nanos;

    private record Progress(long answered, long since) {}

    SlowClients(Duration patience, LongSupplier nanos) {
        this.patienceNanos = patience.toNanos();
        this.nanos = nanos;
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Progress(0, nanos.getAsLong()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** How many are connected. */
    int count() {
        return open.size();
    }

    /** Looks at every connection once; to be called every few seconds. */
    void sweep() {
        long now = nanos.getAsLong();
        open.forEach((connection, progress) -> {
            long answered = connection.getMessagesOut();
            if (answered != progress.answered()) {
                open.replace(connection, progress, new Progress(answered, now));
            } else if (now - progress.since() > patienceNanos) {
                connection.getEndPoint().close();
            }
        });
    }
}
