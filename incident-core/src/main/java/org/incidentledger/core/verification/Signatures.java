package org.incidentledger.core.verification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.incidentledger.core.ledger.SignedCheckpoint;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.verification.VerificationReport.Part;

/** Verifies signatures beside the hashing, and tells of them in the order in which they were handed in. */
final class Signatures implements AutoCloseable {
    private static final int PENDING_MAX = 256;

    private record Pending(long size, Future<String> complaint) {}

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            task -> Pages.daemon(task, "incident-verify-signatures"));
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final SignatureCheck check;

    Signatures(SignatureCheck check) {
        this.check = check;
    }

    /**
     * Hands in a checkpoint that each of these keys must have signed.
     *
     * @param text what they must have signed
     * @throws FoundException when one that was handed in before is not signed as it must be
     */
    void add(SignedCheckpoint signed, String text, List<VerifierKey> signers) {
        pending.add(new Pending(signed.size(), threads.submit(() -> complaint(signed.note(), text, signers))));
        if (pending.size() > PENDING_MAX) {
            requireFirst();
        }
    }

    /** @throws FoundException when one that was handed in is not signed as it must be */
    void await() {
        while (!pending.isEmpty()) {
            requireFirst();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** What is wrong with the signatures of a note; empty when each of these keys signed it. */
    String complaint(SignedNote note, List<VerifierKey> signers) {
        return signers.stream()
                .map(signer -> check.complaint(note, signer))
                .filter(complaint -> !complaint.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String complaint(String note, String text, List<VerifierKey> signers) {
        try {
            SignedNote parsed = SignedNote.parse(note);
            return parsed.text().equals(text) ? complaint(parsed, signers) : "its text does not end where it should";
        } catch (TlogException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void requireFirst() {
        Pending first = pending.remove();
        String complaint = result(first.complaint());
        if (!complaint.isEmpty()) {
            throw new FoundException(
                    Part.CHECKPOINT,
                    first.size(),
                    "the checkpoint of size %d is not signed by the ledger's key: %s"
                            .formatted(first.size(), complaint));
        }
    }

    private static String result(Future<String> complaint) {
        try {
            return complaint.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was interrupted; start it again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("verifying a signature failed unexpectedly", e.getCause());
        }
    }
}
