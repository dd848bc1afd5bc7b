package org.incidentledger.projections.audit;

import static org.incidentledger.projections.audit.Sentences.reads;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.SealedValue;
import org.incidentledger.core.subject.Purpose;
import org.incidentledger.core.subject.SubjectEvent;
import org.incidentledger.projections.replay.RecordedHistory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How what happens to the values about a subject reads. */
class SubjectSentencesTest {
    private static final UUID ID = new UUID(0, 5);
    private static final SealedValue NAME = new SealedValue(ID, new ActorRef("client/c9"), "A".repeat(43) + "=");

    @ParameterizedTest
    @MethodSource("subjects")
    void an_event_of_a_subject_reads(SubjectEvent event, String sentence, List<String> fields) {
        Sentences.assertReads(new RecordedHistory().subject("client/c9", event), sentence, fields);
    }

    static Stream<Arguments> subjects() {
        return Stream.of(
                reads(
                        new SubjectEvent.SubjectDescribed(NAME, null),
                        "described client/c9, sealed",
                        "name: - -> sealed value 00000000-0000-0000-0000-000000000005 about client/c9"),
                reads(
                        new SubjectEvent.ValuesOpened(List.of(ID), Purpose.READ, "call back"),
                        "opened 1 sealed value about client/c9: call back",
                        "values: - -> 00000000-0000-0000-0000-000000000005",
                        "purpose: - -> read",
                        "reason: - -> call back"),
                reads(
                        new SubjectEvent.SubjectErased(List.of(ID, ID), "R-1", "Art. 17"),
                        "erased 2 sealed values about client/c9: Art. 17",
                        "values: - -> 00000000-0000-0000-0000-000000000005, 00000000-0000-0000-0000-000000000005",
                        "request: - -> R-1",
                        "ground: - -> Art. 17"));
    }
}
