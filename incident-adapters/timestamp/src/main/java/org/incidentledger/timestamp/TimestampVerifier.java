package org.incidentledger.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.incidentledger.timestamp.TimestampCheck.Proved;
import org.incidentledger.timestamp.TimestampCheck.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Checks a time-stamp without a network: that it is of these bytes, signed by a certificate that is made for
 * time-stamping alone and leads to a trusted one. Safe for use by many threads.
 */
public final class TimestampVerifier {

    /** The largest response that is read. */
    public static final int MAX_BYTES = 131_072;

    /** SHA-256, the only digest that is asked for and accepted. */
    static final String SHA256_OID = "2.16.840.1.101.3.4.2.1";

    private final TrustAnchors trusted;
    private final Optional<String> policy;

    private TimestampVerifier(TrustAnchors trusted, Optional<String> policy) {
        this.trusted = trusted;
        this.policy = policy;
    }

    /** A verifier that takes any policy of the authority. */
    public static TimestampVerifier of(TrustAnchors trusted) {
        return new TimestampVerifier(trusted, Optional.empty());
    }

    /** The same, for one policy only. */
    public TimestampVerifier requiringPolicy(String objectIdentifier) {
        return new TimestampVerifier(trusted, Optional.of(objectIdentifier));
    }

    Optional<String> policy() {
        return policy;
    }

    /**
     * Checks a stored response.
     *
     * @param checkpoint the bytes of the checkpoint's note, as the log signed it
     * @param response a whole {@code TimeStampResp} in DER, as in a {@code .tsr} file
     */
    public TimestampCheck verify(byte[] checkpoint, byte[] response) {
        return verify(checkpoint, response, null);
    }

    /** @param nonce what was asked with, when this is the answer to a question */
    TimestampCheck verify(byte[] checkpoint, byte[] response, @Nullable BigInteger nonce) {
        if (response.length > MAX_BYTES) {
            return new Refused("the response has %d bytes, and at most %d are read; ask again"
                    .formatted(response.length, MAX_BYTES));
        }
        TimeStampResponse read;
        try {
            read = new TimeStampResponse(response);
        } catch (IOException | TSPException | RuntimeException e) {
            return new Refused("the response is no time-stamp response of RFC 3161 (%s); ask again".formatted(said(e)));
        }
        TimeStampToken token = read.getTimeStampToken();
        if (token == null || read.getStatus() > 1) {
            return new Refused("the authority did not grant it (status %d: %s); ask its operator"
                    .formatted(read.getStatus(), read.getStatusString()));
        }
        try {
            return verified(checkpoint, token, nonce);
        } catch (TSPException | OperatorCreationException | CertificateException | RuntimeException e) {
            return new Refused("the token does not hold (%s); do not trust it, and ask again".formatted(said(e)));
        }
    }

    private TimestampCheck verified(byte[] checkpoint, TimeStampToken token, @Nullable BigInteger nonce)
            throws TSPException, OperatorCreationException, CertificateException {
        TimeStampTokenInfo info = token.getTimeStampInfo();
        Optional<String> flaw = flawOf(info, checkpoint, nonce);
        if (flaw.isPresent()) {
            return new Refused(flaw.get());
        }
        List<X509Certificate> signers = signers(token);
        if (signers.size() != 1) {
            return new Refused("the token holds %d certificates of its signer, not 1; ask again with certReq"
                    .formatted(signers.size()));
        }
        X509Certificate signer = signers.getFirst();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        Instant at = info.getGenTime().toInstant();
        String chain =
                trusted.flawOf(signer, certificates(token.getCertificates().getMatches(null)), at);
        if (!chain.isEmpty()) {
            return new Refused("the authority is not trusted: " + chain);
        }
        String authority = signer.getSubjectX500Principal().getName();
        return new Proved(at, authority, info.getPolicy().getId(), info.getSerialNumber());
    }

    private Optional<String> flawOf(TimeStampTokenInfo info, byte[] checkpoint, @Nullable BigInteger nonce) {
        if (!info.getMessageImprintAlgOID().getId().equals(SHA256_OID)) {
            return Optional.of("the token's digest is %s, not SHA-256; ask again"
                    .formatted(info.getMessageImprintAlgOID().getId()));
        }
        if (!MessageDigest.isEqual(info.getMessageImprintDigest(), sha256(checkpoint))) {
            return Optional.of("the token is of other bytes than these; look for the checkpoint that it belongs to");
        }
        if (nonce != null && !nonce.equals(info.getNonce())) {
            return Optional.of("the token does not bear the nonce of the question: it is an old answer; ask again");
        }
        String found = info.getPolicy().getId();
        return policy.filter(wanted -> !wanted.equals(found))
                .map(wanted -> "the token's policy is %s, not %s; ask an authority that signs under it"
                        .formatted(found, wanted));
    }

    @SuppressWarnings("unchecked") // the library's selector of certificates has no type parameter
    private static List<X509Certificate> signers(TimeStampToken token) throws CertificateException {
        return certificates(token.getCertificates().getMatches(token.getSID()));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders)
            throws CertificateException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : holders) {
            certificates.add(converter.getCertificate(holder));
        }
        return certificates;
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
