package org.incidentledger.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.incidentledger.bundle.BundleException;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.core.decision.ImpossibleEventException;
import org.incidentledger.core.decision.Refusal;
import org.incidentledger.core.encoding.EncodingException;
import org.incidentledger.core.ledger.LedgerException;
import org.incidentledger.core.sealing.SealedValueException;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.embedded.CommandRefusedException;
import org.incidentledger.embedded.NotPermittedException;
import org.incidentledger.embedded.ViewLagException;
import org.incidentledger.intake.statuspage.ImportRefusedException;
import org.incidentledger.intake.statuspage.InvalidDocumentException;

/** What every exception that can end a command means for whoever ran it. */
final class Failures {
    private Failures() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case Failure e -> e;
            case SealedValueException e -> Failure.check(said(e), new Failure.Place("sealed-value", e.position()));
            case InvalidValueException e -> Failure.badInput(said(e), e);
            case InvalidDocumentException e -> Failure.badInput(said(e), e);
            case ImportRefusedException e ->
                Failure.refused(new Refusal(e.refusal().rule(), said(e)));
            case BundleException.Refused e -> Failure.badInput(said(e), e);
            case BundleException e -> Failure.storage(said(e), e);
            case NotPermittedException e -> Failure.refused(e.refusal());
            case CommandRefusedException e -> Failure.refused(e.refusal());
            case LedgerException e -> Failure.storage(said(e), e);
            case EncodingException e -> Failure.storage(said(e), e);
            case ImpossibleEventException e -> Failure.storage("the history is corrupt: " + said(e), e);
            case ViewLagException e -> Failure.storage(said(e), e);
            case UncheckedIOException e -> Failure.storage(said(e), e);
            case IOException e -> Failure.storage("%s (%s)".formatted(said(e), name(e)), e);
            case OutOfMemoryError e ->
                Failure.storage(
                        "the memory of the Java process is used up; give it more with INCIDENT_JAVA_OPTIONS=-Xmx2g", e);
            default -> Failure.unexpected(thrown);
        };
    }

    private static String said(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? name(thrown) : message;
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }
}
