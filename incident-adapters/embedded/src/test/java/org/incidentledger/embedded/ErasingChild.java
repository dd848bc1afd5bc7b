package org.incidentledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import org.incidentledger.contracts.faults.ChildJvm;
import org.incidentledger.core.decision.ActorRef;

/** Another process that erases one subject after the other until it is killed, and says whom it begins and whom it has done. */
final class ErasingChild {
    /** The ledger is closed after so many, which compacts the file of H2. */
    private static final int BETWEEN_CLOSINGS = 2;

    private ErasingChild() {}

    static ChildJvm start(ErasureSite site, int from) throws IOException {
        return ChildJvm.start(ErasingChild.class, site.keys().toString(), site.url(), Integer.toString(from));
    }

    /** What the child says before it erases a subject. */
    static UUID begun(int number) {
        return new UUID(1, number);
    }

    /** What it says afterwards. */
    static UUID done(int number) {
        return new UUID(2, number);
    }

    /** The child. */
    public static void main(String[] arguments) {
        ErasureSite site = new ErasureSite(Path.of(arguments[0]), arguments[1]);
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        int number = Integer.parseInt(arguments[2]);
        while (true) {
            try (IncidentLedger ledger = site.open()) {
                for (int i = 0; i < BETWEEN_CLOSINGS; i++) {
                    out.println(begun(number));
                    erase(ledger, number);
                    out.println(done(number));
                    number++;
                }
            }
        }
    }

    /** Under the same request each time. */
    static Outcome erase(IncidentLedger ledger, int number) {
        return ledger.as(new ActorRef("staff/ada"))
                .vault()
                .erase(Crowd.subject(number), "R-" + number, "Art. 17")
                .outcome();
    }
}
