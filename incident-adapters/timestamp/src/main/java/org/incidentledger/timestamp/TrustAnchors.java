package org.incidentledger.timestamp;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.incidentledger.core.vocabulary.InvalidValueException;

/** The certificates in which trust in authorities begins. */
public final class TrustAnchors {

    /** The extended key usage that a time-stamping certificate must have, RFC 3161 §2.3. */
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private final Set<TrustAnchor> anchors;

    private TrustAnchors(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /**
     * Reads certificates.
     *
     * @param pem one or more certificates in PEM
     * @throws InvalidValueException when there is none, or one cannot be read
     */
    public static TrustAnchors parse(byte[] pem) {
        try {
            Collection<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!certificates.isEmpty()) {
                return new TrustAnchors(certificates.stream()
                        .map(certificate -> new TrustAnchor(certificate, null))
                        .collect(Collectors.toUnmodifiableSet()));
            }
        } catch (CertificateException e) {
            throw new InvalidValueException(
                    "the trusted certificates cannot be read (%s); give a PEM file of the authority's root"
                            .formatted(e.getMessage()));
        }
        throw new InvalidValueException("there is no trusted certificate; give a PEM file of the authority's root");
    }

    /**
     * Checks that a certificate was allowed to time-stamp at an instant: made for that purpose alone, and with a chain
     * to one of the anchors. Revocation is not looked up.
     *
     * @param others certificates that may stand between
     * @return what is wrong, or an empty text
     */
    String flawOf(X509Certificate signer, List<X509Certificate> others, Instant at) {
        try {
            List<String> usages = signer.getExtendedKeyUsage();
            Set<String> critical = signer.getCriticalExtensionOIDs();
            boolean timeStamps = usages != null
                    && usages.equals(List.of(TIME_STAMPING))
                    && critical != null
                    && critical.contains(EXTENDED_KEY_USAGE);
            if (!timeStamps) {
                return "its certificate is not for time-stamping alone (critical extended key usage)";
            }
            build(signer, others, at);
            return "";
        } catch (GeneralSecurityException e) {
            return "its certificate has no valid chain to a trusted one at %s (%s)".formatted(at, e.getMessage());
        }
    }

    private void build(X509Certificate signer, List<X509Certificate> others, Instant at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false);
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }
}
