package org.incidentledger.cli.anchoring;

import java.io.IOException;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.timestamp.TimestampVerifier;
import org.incidentledger.timestamp.TrustAnchors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which authorities are believed. */
final class TrustOptions {
    @Option(names = "--trust", paramLabel = "PEM", description = "File of the root certificates that are trusted.")
    @Nullable
    String trust;

    @Option(names = "--policy", paramLabel = "OID", description = "The only policy that is accepted (default: any).")
    @Nullable
    String policy;

    TimestampVerifier verifier(Invocation invocation) throws IOException {
        if (trust == null) {
            throw Failure.badInput("no certificate is trusted; name the authority's root with --trust FILE.pem");
        }
        TimestampVerifier verifier = TimestampVerifier.of(TrustAnchors.parse(InputFile.read(trust, invocation)));
        if (policy == null) {
            return verifier;
        }
        if (!policy.matches("[0-2](\\.(0|[1-9][0-9]{0,30})){1,30}")) {
            throw Failure.badInput("--policy '%s' is no object identifier; give one such as 1.2.3.4"
                    .formatted(Quoted.shorten(policy)));
        }
        return verifier.requiringPolicy(policy);
    }
}
