package org.incidentledger.embedded;

import java.time.Duration;
import java.util.Map;

/** How the processes that have one ledger open divide the work on its views. */
interface Sharing extends AutoCloseable {
    /** Whether there may be other processes. */
    boolean isShared();

    /** The name under which this process claims the work on a view. */
    String node();

    /** How long a claim lasts that is not renewed. */
    Duration claimTimeout();

    /** How far each view has come by what is stored, whichever process keeps it. */
    Map<String, Long> positions();

    /** Takes the work on a view away from whichever process has it; what that one has not committed by then is undone. */
    void takeOver(String view);

    /** Calls whenever another process may have appended, until this is closed. */
    void listen(Runnable wake);

    @Override
    void close();
}
