package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.incidentledger.core.incident.ContainmentEvent.IncidentContained;
import org.incidentledger.core.ledger.EncodedEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UpcastersTest {
    private static final String TYPE = "incident.contained";
    private static final List<EventType> THIRD = List.of(new EventType(IncidentContained.class, TYPE, 3));

    /** Adds its own number to the summary, and so tells the order of steps. */
    private record Step(String type, int fromRevision) implements Upcaster {
        @Override
        public ObjectNode upcast(ObjectNode data) {
            return data.put("summary", data.path("summary").asText() + fromRevision);
        }
    }

    @Nested
    class A_chain {
        private final EventCodec codec = new EventCodec(THIRD, List.of(new Step(TYPE, 2), new Step(TYPE, 1)));

        @Test
        void takes_every_step_from_the_revision_that_was_stored() {
            assertThat(read(1)).isEqualTo(new IncidentContained("x12"));
            assertThat(read(2)).isEqualTo(new IncidentContained("x2"));
            assertThat(read(3)).isEqualTo(new IncidentContained("x"));
        }

        @Test
        void writes_the_current_revision() {
            assertThat(codec.encode(new IncidentContained("x")).revision()).isEqualTo(3);
        }

        @Test
        void is_known_by_the_classes_of_its_steps() {
            assertThat(codec.upcasters()).containsExactly(Step.class);
            assertThat(new EventCodec().upcasters())
                    .containsExactlyInAnyOrderElementsOf(Upcasters.ALL.stream()
                            .<Class<?>>map(Upcaster::getClass)
                            .toList());
        }

        @Test
        void leaves_data_as_strict_as_before() {
            assertBroken(codec, "{\"summary\":\"x\",\"more\":1}", "/data/more");
            assertBroken(codec, "[]", "/data");
            assertBroken(codec, "{\"summary\":\"x\"}{}", "/data");
            assertBroken(codec, "{\"summary\":\"x\",\"summary\":\"y\"}", "Duplicate");
            assertBroken(codec, "{\"summary\":", "/data");
            assertBroken(codec, "", "/data");
        }

        private Object read(int revision) {
            return codec.decode(new EncodedEvent(TYPE, revision, "{\"summary\":\"x\"}"), 0);
        }
    }

    @Nested
    class A_chain_is_refused_with {
        @Test
        void a_gap() {
            assertRefused("no upcaster from revision 1 of incident.contained", new Step(TYPE, 2));
        }

        @Test
        void two_upcasters_for_one_step() {
            assertRefused(
                    "two upcasters from revision 1 of incident.contained",
                    new Step(TYPE, 1),
                    new Step(TYPE, 2),
                    new Step(TYPE, 1));
        }

        @Test
        void a_step_beyond_the_current_revision_or_of_an_unknown_type() {
            assertRefused(
                    "no use for the upcaster from revision 3", new Step(TYPE, 1), new Step(TYPE, 2), new Step(TYPE, 3));
            assertRefused(
                    "no use for the upcaster from revision 1 of x.y",
                    new Step(TYPE, 1),
                    new Step(TYPE, 2),
                    new Step("x.y", 1));
        }

        private void assertRefused(String fault, Upcaster... upcasters) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new EventCodec(THIRD, List.of(upcasters)))
                    .withMessageContaining(fault);
        }
    }

    @Test
    void closed_access_of_revision_1_must_not_say_that_it_is_verified() {
        String data = "{\"accessPoint\":{\"kind\":\"api\",\"name\":\"a\"},\"outcome\":\"o\",\"verified\":true}";
        Broken.decoding(new EncodedEvent("incident.access-closed", 1, data)).withMessageContaining("verified");
    }

    private static void assertBroken(EventCodec codec, String data, String words) {
        assertThatExceptionOfType(EncodingException.BrokenEntry.class)
                .isThrownBy(() -> codec.decode(new EncodedEvent(TYPE, 1, data), 17))
                .withMessageContaining(words);
    }
}
