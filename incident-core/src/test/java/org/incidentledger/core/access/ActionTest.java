package org.incidentledger.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActionTest {
    /** Columns: reader, responder, communicator, approver, auditor, key holder. */
    private static final String TABLE = """
            report                 x x x x x x
            respond                . x . . . .
            track-action-items     . x . . . .
            publish-updates        . . x . . .
            notify                 . . x . . .
            deliver                . . x . . .
            notify-authority       . . x . . .
            waive                  . . . x . .
            write-post-mortem      . x x . . .
            approve-post-mortem    . . . x . .
            publish-post-mortem    . . x x . .
            plan-maintenance       . x x . . .
            edit-catalog           . x x . . .
            read-incidents         x x x x x .
            read-audit-trail       . . . . x .
            read-entries           . . . . x .
            attest                 . . . . x x
            open-sealed            . . . . . x
            erase                  . . . . . x
            hold                   . . . x . .
            rotate-keys            . . . . . x
            read-access            . . . . x x
            manage-access          . . . . . x
            operate                . x . . . x
            """;

    @Test
    void every_role_allows_exactly_what_the_table_says() {
        String table = Arrays.stream(Action.values())
                .map(action -> "%-22s %s%n".formatted(action.word(), row(action)))
                .collect(Collectors.joining());
        assertThat(table).isEqualToNormalizingNewlines(TABLE);
    }

    @Test
    void every_action_is_allowed_by_some_role() {
        assertThat(Action.values())
                .allSatisfy(action -> assertThat(action.allowedBy()).isNotEmpty());
    }

    private static String row(Action action) {
        return Arrays.stream(Role.values())
                .map(role -> action.allowedBy().contains(role) ? "x" : ".")
                .collect(Collectors.joining(" "));
    }
}
