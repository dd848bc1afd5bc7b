package org.incidentledger.core.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.incidentledger.core.ledger.EncodedEvent;
import org.incidentledger.core.ledger.StoredEntry;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int EVENTS_EACH = 50;

    private final EventCodec codec = new EventCodec();

    @Test
    void any_event_is_read_back_equal_and_written_again_with_the_same_bytes() {
        RandomEvents random = new RandomEvents(Seed.announced("round trip of events"));
        List<Class<?>> events = DomainEvents.all();
        for (int i = 0; i < events.size() * EVENTS_EACH; i++) {
            Object event = random.next(events.get(i % events.size()));
            EncodedEvent encoded = codec.encode(event);
            Object decoded = codec.decode(encoded, i);
            assertThat(decoded).isEqualTo(event);
            assertThat(codec.encode(decoded)).isEqualTo(encoded);
        }
    }

    @Test
    void any_event_travels_through_the_bytes_of_an_entry() {
        RandomEvents random = new RandomEvents(Seed.announced("round trip of entries"));
        for (Class<?> type : DomainEvents.all()) {
            Entry entry = Entries.of(17, codec.encode(random.next(type)));
            byte[] bytes = EntryFormat.write(entry);
            Entry read = EntryFormat.read(new StoredEntry(17, bytes));
            assertThat(read).isEqualTo(entry);
            assertThat(EntryFormat.write(read)).isEqualTo(bytes);
        }
    }
}
