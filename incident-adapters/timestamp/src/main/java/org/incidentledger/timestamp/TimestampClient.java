package org.incidentledger.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.incidentledger.core.tlog.Octets;
import org.incidentledger.timestamp.TimestampCheck.Refused;
import org.incidentledger.witness.BoundedPost;

/** Asks an authority of RFC 3161 for a time-stamp over HTTP, and checks what it answers. Safe for many threads. */
public final class TimestampClient {

    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    private final URI authority;
    private final TimestampVerifier verifier;
    private final BoundedPost http;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param authority where to post
     * @param verifier checks the answer; its policy, when it requires one, is asked for
     * @param patience how long the exchange may take
     */
    public TimestampClient(URI authority, TimestampVerifier verifier, Duration patience) {
        this.authority = authority;
        this.verifier = verifier;
        this.http = new BoundedPost(patience, TimestampVerifier.MAX_BYTES);
    }

    /**
     * What came of asking.
     *
     * @param response the whole response in DER, to be kept when it was proved
     */
    public record Answer(TimestampCheck check, Octets response) {}

    /**
     * Asks for a time-stamp of a checkpoint: of SHA-256 of its bytes, with a nonce and the request for certificates.
     *
     * @param checkpoint the bytes of the note, as the log signed it
     * @throws IOException when the authority could not be reached
     */
    public Answer stamp(byte[] checkpoint) throws IOException {
        BigInteger nonce = new BigInteger(NONCE_BITS, random);
        BoundedPost.Reply reply = http.post(authority, "application/timestamp-query", request(checkpoint, nonce));
        if (reply.status() >= 500) {
            throw new IOException("%s failed (status %d); try again later".formatted(authority, reply.status()));
        }
        return new Answer(check(checkpoint, nonce, reply), reply.body());
    }

    private TimestampCheck check(byte[] checkpoint, BigInteger nonce, BoundedPost.Reply reply) {
        if (reply.status() != OK) {
            return new Refused("%s answered with status %d; check that the address is an authority's"
                    .formatted(authority, reply.status()));
        }
        return verifier.verify(checkpoint, reply.body().bytes(), nonce);
    }

    private byte[] request(byte[] checkpoint, BigInteger nonce) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        verifier.policy().map(ASN1ObjectIdentifier::new).ifPresent(generator::setReqPolicy);
        TimeStampRequest request = generator.generate(
                new ASN1ObjectIdentifier(TimestampVerifier.SHA256_OID), TimestampVerifier.sha256(checkpoint), nonce);
        return request.getEncoded();
    }
}
