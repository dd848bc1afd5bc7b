package org.incidentledger.cli.access;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;

/** How long a token counts. */
final class Lifetime {
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}d");
    private static final Duration LONGEST = Duration.ofDays(366);

    private Lifetime() {}

    /** @throws Failure when the text is neither an instant nor a number of days, or the end is past or too far away */
    static Instant end(String text, Instant now, Invocation invocation) {
        Instant end = DAYS.matcher(text).matches()
                ? now.plus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))))
                : invocation.instant("--expires", text);
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw Failure.badInput(
                    "--expires %s is %s; use a time within %d days from now".formatted(text, end, LONGEST.toDays()));
        }
        return end;
    }
}
