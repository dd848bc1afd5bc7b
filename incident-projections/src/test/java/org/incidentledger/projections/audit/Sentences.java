package org.incidentledger.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of tables of sentences: an event, what it reads, and its fields as {@code field: from -> to}. */
final class Sentences {
    private Sentences() {}

    static Arguments reads(Object event, String sentence, String... fields) {
        return Arguments.of(event, sentence, List.of(fields));
    }

    static void assertReads(RecordedHistory history, String sentence, List<String> fields) {
        AuditLine line = history.fold(new AuditProjection()).all().toList().getFirst();
        assertThat(line.summary()).isEqualTo(sentence);
        assertThat(line.changes().stream().map(Sentences::written)).containsExactlyElementsOf(fields);
    }

    private static String written(FieldChange change) {
        return "%s: %s -> %s"
                .formatted(
                        change.field(),
                        change.from() == null ? "-" : change.from(),
                        change.to() == null ? "-" : change.to());
    }
}
