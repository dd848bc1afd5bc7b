package org.incidentledger.timestamp;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority that answers requests, honestly unless it was told to see others than those that came. */
record Authority(Pki.Holder holder, boolean sendsCertificates, Instant now, UnaryOperator<TimeStampRequest> seen) {

    static final String POLICY = "1.3.6.1.4.1.55555.1";
    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    static Authority honest(Pki.Holder holder) {
        return new Authority(holder, true, NOW, UnaryOperator.identity());
    }

    Authority seeing(UnaryOperator<TimeStampRequest> other) {
        return new Authority(holder, sendsCertificates, now, other);
    }

    byte[] answer(byte[] request) throws Exception {
        DigestCalculator sha1 = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(Pki.SIGNATURE, holder.key(), holder.certificate()),
                sha1,
                new ASN1ObjectIdentifier(POLICY));
        if (sendsCertificates) {
            tokens.addCertificates(new JcaCertStore(List.of(holder.certificate())));
        }
        Set<String> policies = Set.of(POLICY);
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED, policies)
                .generate(seen.apply(new TimeStampRequest(request)), BigInteger.TEN, Date.from(now))
                .getEncoded();
    }

    /** The same request with another digest or nonce. */
    static TimeStampRequest request(byte[] digest, BigInteger nonce) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(new ASN1ObjectIdentifier(TimestampVerifier.SHA256_OID), digest, nonce);
    }
}
