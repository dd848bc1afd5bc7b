package org.incidentledger.embedded;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** A process that has its ledger for itself. */
final class OneProcess implements Sharing {
    private static final Duration NEVER_TESTED = Duration.ofSeconds(10);

    private final Supplier<Map<String, Long>> positions;

    OneProcess(Supplier<Map<String, Long>> positions) {
        this.positions = positions;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** Always the same: what this process claimed before a crash is its own again at once. */
    @Override
    public String node() {
        return "embedded";
    }

    @Override
    public Duration claimTimeout() {
        return NEVER_TESTED;
    }

    @Override
    public Map<String, Long> positions() {
        return positions.get();
    }

    @Override
    public void takeOver(String view) {
        // It has all of them.
    }

    @Override
    public void listen(Runnable wake) {
        // Nobody else appends.
    }

    @Override
    public void close() {
        // Nothing was begun.
    }
}
