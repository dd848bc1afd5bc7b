package org.incidentledger.cli.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.core.tlog.Checkpoint;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.verification.VerificationReport;
import org.incidentledger.core.verification.VerificationReport.Counts;
import org.incidentledger.core.verification.VerificationReport.Failed;
import org.incidentledger.core.verification.VerificationReport.Verified;
import org.incidentledger.core.vocabulary.Words;
import org.jspecify.annotations.Nullable;

/** Prints what a verification found. */
final class ReportAnswer {
    private static final double MEGA = 1e6;

    private ReportAnswer() {}

    /** What else was checked, as a line of text and as a member of the JSON object. */
    record Also(String line, String name, ObjectNode object) {}

    /** @throws Failure as a failed check when something does not hold */
    static int print(Invocation invocation, VerificationReport report, Duration took) {
        return print(invocation, report, took, null);
    }

    /** The same, with what else was checked. */
    static int print(Invocation invocation, VerificationReport report, Duration took, @Nullable Also also) {
        return switch (report) {
            case Failed failed ->
                throw Failure.check(
                        "not verified: " + failed.what(),
                        new Failure.Place(Words.of(failed.part()), failed.position()));
            case Verified verified -> {
                invocation
                        .answers()
                        .print(
                                () -> text(verified, took) + (also == null ? "" : also.line()),
                                () -> also == null
                                        ? json(verified, took)
                                        : json(verified, took).set(also.name(), also.object()));
                yield ExitCode.DONE;
            }
        };
    }

    private static String text(Verified verified, Duration took) {
        Counts counts = verified.counts();
        return """
                Verified: %,d entries in %,d streams, %,d tiles, %,d signed checkpoints, %,d replacements of the key.
                Ledger:   %s
                Key:      %s
                Root:     %s
                Took:     %.1f s, %,.0f entries/s, %.1f MB/s
                """.formatted(
                        counts.entries(),
                        counts.streams(),
                        counts.tiles(),
                        counts.checkpoints(),
                        counts.keyRotations(),
                        Printable.line(verified.key().name()),
                        Printable.line(verified.key().text()),
                        checkpoint(verified).root().base64(),
                        seconds(took),
                        counts.entries() / seconds(took),
                        counts.entryBytes() / MEGA / seconds(took));
    }

    private static ObjectNode json(Verified verified, Duration took) {
        Counts counts = verified.counts();
        return Answers.object()
                .put("verified", true)
                .put("ledger", verified.key().name())
                .put("key", verified.key().text())
                .put("root", checkpoint(verified).root().base64())
                .put("entries", counts.entries())
                .put("entryBytes", counts.entryBytes())
                .put("streams", counts.streams())
                .put("tiles", counts.tiles())
                .put("checkpoints", counts.checkpoints())
                .put("keyRotations", counts.keyRotations())
                .put("seconds", seconds(took))
                .put("entriesPerSecond", Math.round(counts.entries() / seconds(took)));
    }

    private static Checkpoint checkpoint(Verified verified) {
        return Checkpoint.parse(SignedNote.parse(verified.latest().note()).text());
    }

    private static double seconds(Duration took) {
        return Math.max(1, took.toNanos()) / (MEGA * 1_000);
    }
}
