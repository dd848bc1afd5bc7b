package org.incidentledger.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.incidentledger.core.decision.ActorRef;
import org.junit.jupiter.api.Test;

class SubjectFilterTest {
    private static final int MANY = 100_000;

    private final SubjectFilter filter = new SubjectFilter();

    private static List<ActorRef> subjects(String kind) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> new ActorRef(kind + "/" + i))
                .toList();
    }

    @Test
    void never_denies_one_that_was_added_by_whichever_thread() {
        List<ActorRef> added = subjects("client");
        added.parallelStream().forEach(filter::add);

        assertThat(added).allMatch(filter::mayContain);
    }

    @Test
    void seldom_takes_another_for_one_that_was_added() {
        assertThat(filter.mayContain(new ActorRef("client/1"))).isFalse();
        subjects("client").forEach(filter::add);

        assertThat(subjects("staff").stream().filter(filter::mayContain).count())
                .isLessThan(MANY / 40);
    }
}
