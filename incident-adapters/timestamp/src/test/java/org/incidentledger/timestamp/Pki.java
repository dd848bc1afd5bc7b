package org.incidentledger.timestamp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A root and the certificates that it gives. */
final class Pki {

    static final String SIGNATURE = "SHA256withECDSA";
    static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2090-01-01T00:00:00Z");

    private final KeyPair rootKey;
    private final X500Name rootName;
    private final X509Certificate root;
    private long serial = 1;

    /** A key with its certificate. */
    record Holder(PrivateKey key, X509Certificate certificate) {}

    Pki(String name) throws Exception {
        rootKey = keyPair();
        rootName = new X500Name("CN=" + name);
        root = certificate(rootName, rootKey, UNTIL, new Purpose(false, List.of()), true);
    }

    /** What a certificate is for. */
    private record Purpose(boolean critical, List<KeyPurposeId> purposes) {}

    TrustAnchors anchors() throws IOException {
        return TrustAnchors.parse(pem(root).getBytes(US_ASCII));
    }

    X509Certificate root() {
        return root;
    }

    Holder authority() throws Exception {
        return issue(UNTIL, true, KeyPurposeId.id_kp_timeStamping);
    }

    Holder issue(Instant until, boolean critical, KeyPurposeId... purposes) throws Exception {
        KeyPair pair = keyPair();
        X500Name subject = new X500Name("CN=Test Authority");
        X509Certificate given = certificate(subject, pair, until, new Purpose(critical, List.of(purposes)), false);
        return new Holder(pair.getPrivate(), given);
    }

    private X509Certificate certificate(X500Name subject, KeyPair pair, Instant until, Purpose purpose, boolean ca)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                rootName, BigInteger.valueOf(serial++), Date.from(FROM), Date.from(until), subject, pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        if (!purpose.purposes().isEmpty()) {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    purpose.critical(),
                    new ExtendedKeyUsage(purpose.purposes().toArray(KeyPurposeId[]::new)));
        }
        ContentSigner signer = new JcaContentSignerBuilder(SIGNATURE).build(rootKey.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** A certificate or a key in PEM. */
    static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        }
        return text.toString();
    }
}
