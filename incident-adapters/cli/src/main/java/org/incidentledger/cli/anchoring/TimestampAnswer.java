package org.incidentledger.cli.anchoring;

import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.timestamp.TimestampCheck;

/** What a time-stamp proves, as it is printed. */
final class TimestampAnswer {
    private TimestampAnswer() {}

    /** @throws Failure when it proves nothing */
    static TimestampCheck.Proved proved(TimestampCheck check) {
        return switch (check) {
            case TimestampCheck.Proved proved -> proved;
            case TimestampCheck.Refused refused -> throw Failure.check(refused.message());
        };
    }

    static void print(Invocation invocation, TimestampCheck.Proved proved, long size, String file) {
        invocation
                .answers()
                .print(
                        () -> Printable.line("%,d entries existed at %s, says %s (policy %s, number %s): %s"
                                .formatted(
                                        size,
                                        invocation.times().print(proved.at()),
                                        proved.authority(),
                                        proved.policy(),
                                        proved.serial(),
                                        file)),
                        () -> Answers.object()
                                .put("entries", size)
                                .put("at", proved.at().toString())
                                .put("authority", proved.authority())
                                .put("policy", proved.policy())
                                .put("serial", proved.serial().toString())
                                .put("file", file));
    }
}
