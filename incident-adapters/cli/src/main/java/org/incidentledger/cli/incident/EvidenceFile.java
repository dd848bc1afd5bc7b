package org.incidentledger.cli.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Surroundings;
import org.incidentledger.core.incident.Evidence;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/** A file that is evidence: only its digest, size and type are kept. */
final class EvidenceFile {
    private EvidenceFile() {}

    static Evidence of(String name, Surroundings surroundings) {
        Path file = surroundings.workingDirectory().resolve(name);
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, sha256())) {
            long size = digested.transferTo(OutputStream.nullOutputStream());
            String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            return new Evidence(digest, mediaType(Files.probeContentType(file)), size);
        } catch (IOException e) {
            throw Failure.badInput(
                    "evidence %s cannot be read (%s); check the path"
                            .formatted(Quoted.shorten(name), e.getClass().getSimpleName()),
                    e);
        }
    }

    private static String mediaType(@Nullable String probed) {
        return probed == null ? "application/octet-stream" : probed.toLowerCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
