package org.incidentledger.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.incidentledger.contracts.SampleAppends.append;
import static org.incidentledger.contracts.SampleAppends.draft;
import static org.incidentledger.contracts.SampleAppends.header;
import static org.incidentledger.contracts.SampleAppends.sized;
import static org.incidentledger.contracts.SampleAppends.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.Limits;
import org.incidentledger.core.encoding.Entry;
import org.incidentledger.core.encoding.EntryFormat;
import org.incidentledger.core.ledger.Append;
import org.incidentledger.core.ledger.AppendResult;
import org.incidentledger.core.ledger.Draft;
import org.incidentledger.core.ledger.Ledger;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.ledger.LedgerHead;
import org.incidentledger.core.ledger.Receipt;
import org.incidentledger.core.ledger.StoredEntry;
import org.incidentledger.core.ledger.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every ledger does. An adapter inherits this; the invariants are checked again after every test. */
public abstract class LedgerContract {
    /** When the tests begin. */
    protected static final Instant START = Instant.parse("2025-03-01T10:00:00.000001Z");

    private static final StreamId A = stream("a");
    private static final StreamId B = stream("b");

    private final SettableClock clock = new SettableClock(START);

    @SuppressWarnings("NullAway.Init") // made before each test
    private Ledger ledger;

    /** Makes an empty ledger that asks this clock. */
    protected abstract Ledger create(Clock clock);

    /** Makes the ledger of this test. */
    @BeforeEach
    void begin() {
        ledger = create(clock);
    }

    /** Whatever the test did, the ledger is whole. */
    @AfterEach
    void every_invariant_holds() {
        LedgerInvariants.verify(ledger);
        ledger.close();
    }

    private Receipt appended(Append append) {
        AppendResult result = ledger.append(append);
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        return ((AppendResult.Appended) result).receipt();
    }

    private Entry entry(long position) {
        return EntryFormat.read(ledger.read(position, 1).getFirst());
    }

    private static List<Long> positions(List<StoredEntry> entries) {
        return entries.stream().map(StoredEntry::position).toList();
    }

    @Nested
    class An_empty_ledger {
        @Test
        void has_an_origin_and_nothing_else() {
            LedgerHead head = ledger.head();
            assertThat(head.origin()).isNotBlank();
            assertThat(head.size()).isZero();
            assertThat(head.lastRecordedAt()).isNull();
        }

        @Test
        void gives_nothing_to_read() {
            assertThat(ledger.read(0, 10)).isEmpty();
            assertThat(ledger.readStream(A, 0, 10)).isEmpty();
            assertThat(ledger.receipt(UUID.randomUUID())).isEmpty();
            assertThat(ledger.sizeAsOf(Instant.MAX)).isZero();
            assertThat(ledger.sizeAsOf(Instant.MIN)).isZero();
        }
    }

    @Nested
    class Appending {
        @Test
        void numbers_positions_and_sequences_from_zero_without_gaps() {
            appended(append(A, 0, 2));
            appended(append(B, 0, 1));
            Receipt last = appended(append(A, 2, 1));
            assertThat(last.firstPosition()).isEqualTo(3);
            assertThat(entry(3).sequence()).isEqualTo(2);
            assertThat(ledger.head()).isEqualTo(new LedgerHead(ledger.head().origin(), 4, START));
        }

        @Test
        void answers_with_what_it_left() {
            Append append = append(A, 0, 3);
            Receipt receipt = appended(append);
            List<UUID> ids = append.drafts().stream().map(Draft::id).toList();
            assertThat(receipt).isEqualTo(new Receipt(append.header().commandId(), A, 0, ids, START));
            assertThat(receipt.lastPosition()).isEqualTo(2);
        }

        @Test
        void stores_the_bytes_of_the_entry_format() {
            Append append = append(A, 0, 2);
            appended(append);
            assertThat(ledger.read(1, 1).getFirst().bytes())
                    .isEqualTo(EntryFormat.write(ledger.head().origin(), 1, START, append, 1));
        }

        @Test
        void refuses_what_the_format_cannot_hold_and_goes_on() {
            Append unfit = new Append(A, 0, header(UUID.randomUUID()), List.of(draft("{}"), draft("no json")));
            assertThatIllegalArgumentException().isThrownBy(() -> ledger.append(unfit));
            assertThat(ledger.head().size()).isZero();
            appended(append(A, 0, 1));
        }
    }

    @Nested
    class A_conflict {
        @Test
        void names_the_expected_and_the_actual_sequence() {
            appended(append(A, 0, 2));
            assertThat(ledger.append(append(A, 1, 1))).isEqualTo(new AppendResult.Conflict(A, 1, 2));
            assertThat(ledger.append(append(A, 0, 1))).isEqualTo(new AppendResult.Conflict(A, 0, 2));
            assertThat(ledger.append(append(A, 7, 1))).isEqualTo(new AppendResult.Conflict(A, 7, 2));
            assertThat(ledger.append(append(B, 1, 1))).isEqualTo(new AppendResult.Conflict(B, 1, 0));
        }

        @Test
        void appends_nothing_and_leaves_no_receipt() {
            Append conflicting = append(A, 5, 1);
            ledger.append(conflicting);
            assertThat(ledger.head().size()).isZero();
            assertThat(ledger.receipt(conflicting.header().commandId())).isEmpty();
        }
    }

    @Nested
    class A_command_sent_twice {
        @Test
        void gets_the_first_receipt_and_appends_nothing() {
            Append first = append(A, 0, 2);
            Receipt receipt = appended(first);
            clock.advance(Duration.ofHours(1));
            assertThat(ledger.append(first)).isEqualTo(new AppendResult.AlreadyAppended(receipt));
            assertThat(ledger.head().size()).isEqualTo(2);
        }

        @Test
        void gets_the_first_receipt_even_when_decided_differently() {
            UUID command = UUID.randomUUID();
            Receipt receipt = appended(append(command, A, 0, 1));
            assertThat(ledger.append(append(command, A, 1, 3))).isEqualTo(new AppendResult.AlreadyAppended(receipt));
            assertThat(ledger.append(append(command, B, 0, 1))).isEqualTo(new AppendResult.AlreadyAppended(receipt));
        }

        @Test
        void may_be_appended_when_it_conflicted_first() {
            UUID command = UUID.randomUUID();
            ledger.append(append(command, A, 1, 1));
            appended(append(command, A, 0, 1));
        }
    }

    @Nested
    class An_entry_that_is_too_large {
        /** How many characters of text just fit. */
        private int fitting() {
            int overhead = EntryFormat.write(ledger.head().origin(), 0, START, sized(A, 0, 0), 0).length;
            return Limits.ENTRY_BYTES - overhead;
        }

        @Test
        void is_turned_away_with_its_size_and_the_limit() {
            assertThat(ledger.append(sized(A, 0, fitting() + 1)))
                    .isEqualTo(
                            new AppendResult.TooLarge(SampleAppends.TYPE, Limits.ENTRY_BYTES + 1, Limits.ENTRY_BYTES));
            assertThat(ledger.head().size()).isZero();
        }

        @Test
        void takes_the_whole_append_with_it() {
            Draft large = draft("{\"text\":\"%s\"}".formatted("ä".repeat(Limits.ENTRY_BYTES)));
            Append both = new Append(A, 0, header(UUID.randomUUID()), List.of(draft("{}"), large));
            assertThat(ledger.append(both)).isInstanceOf(AppendResult.TooLarge.class);
            assertThat(ledger.head().size()).isZero();
            appended(append(A, 0, 1));
        }

        @Test
        void is_kept_when_it_has_exactly_as_many_bytes_as_it_may() {
            appended(sized(A, 0, fitting()));
            assertThat(ledger.read(0, 1).getFirst().bytes()).hasSize(Limits.ENTRY_BYTES);
        }
    }

    @Nested
    class Reading {
        @BeforeEach
        void five_entries_in_two_streams() {
            appended(append(A, 0, 2));
            appended(append(B, 0, 1));
            appended(append(A, 2, 2));
        }

        @Test
        void goes_page_by_page_through_all_entries() {
            assertThat(positions(ledger.read(0, 2))).containsExactly(0L, 1L);
            assertThat(positions(ledger.read(2, 2))).containsExactly(2L, 3L);
            assertThat(positions(ledger.read(4, 2))).containsExactly(4L);
            assertThat(ledger.read(5, 2)).isEmpty();
            assertThat(ledger.read(Long.MAX_VALUE, 2)).isEmpty();
        }

        @Test
        void goes_page_by_page_through_one_stream() {
            assertThat(positions(ledger.readStream(A, 0, 3))).containsExactly(0L, 1L, 3L);
            assertThat(positions(ledger.readStream(A, 3, 3))).containsExactly(4L);
            assertThat(ledger.readStream(A, 4, 3)).isEmpty();
            assertThat(positions(ledger.readStream(B, 0, Integer.MAX_VALUE))).containsExactly(2L);
        }

        @Test
        void knows_no_stream_that_has_only_a_name_in_common() {
            assertThat(ledger.readStream(stream("A"), 0, 9)).isEmpty();
            assertThat(ledger.readStream(new StreamId("other", "a"), 0, 9)).isEmpty();
        }
    }

    @Nested
    class Time {
        @Test
        void is_recorded_to_the_microsecond() {
            clock.set(START.plusNanos(1_999));
            assertThat(appended(append(A, 0, 1)).recordedAt()).isEqualTo(START.plusNanos(1_000));
            assertThat(entry(0).recordedAt()).isEqualTo(START.plusNanos(1_000));
        }

        @Test
        void stands_still_while_the_clock_goes_backwards() {
            appended(append(A, 0, 1));
            clock.set(START.minus(Duration.ofDays(1)));
            assertThat(appended(append(A, 1, 1)).recordedAt()).isEqualTo(START);
            clock.set(START.plusSeconds(1));
            assertThat(appended(append(A, 2, 1)).recordedAt()).isEqualTo(START.plusSeconds(1));
        }

        @Test
        void finds_how_much_had_been_recorded_at_an_instant() {
            appended(append(A, 0, 2));
            clock.advance(Duration.ofSeconds(10));
            appended(append(B, 0, 1));
            assertThat(ledger.sizeAsOf(START.minusNanos(1_000))).isZero();
            assertThat(ledger.sizeAsOf(START)).isEqualTo(2);
            assertThat(ledger.sizeAsOf(START.plusSeconds(10).minusNanos(1))).isEqualTo(2);
            assertThat(ledger.sizeAsOf(START.plusSeconds(10))).isEqualTo(3);
            assertThat(ledger.sizeAsOf(Instant.MAX)).isEqualTo(3);
        }
    }

    @Nested
    class Many_callers {
        @Test
        void lose_nothing_and_double_nothing() {
            ConcurrentAppends.run(ledger, 8, 60).verify(ledger);
        }
    }

    @Nested
    class A_closed_ledger {
        @Test
        void takes_no_appends_and_says_so() {
            appended(append(A, 0, 1));
            ledger.close();
            ledger.close();
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> ledger.append(append(A, 1, 1)))
                    .withMessageContaining("closed");
        }
    }
}
