package org.incidentledger.web.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.incidentledger.web.content.Body;
import org.jspecify.annotations.Nullable;

/** A body as it goes over the wire, ready-made: plain and compressed, with its tag. Kept and sent many times. */
final class Reply {
    private static final int TAG_BYTES = 12;
    private static final int WORTH_COMPRESSING = 512;
    private static final int LARGE = 262_144;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_A_MOMENT = "public, max-age=1, must-revalidate";

    private final int status;
    private final byte[] plain;
    private final byte @Nullable [] gzip;
    private final String tag;
    private final HttpField[] fields;
    private volatile long currentAtNanos;

    Reply(int status, Body body, boolean lasting) {
        this.status = status;
        this.plain = body.bytes();
        this.gzip = body.isText() && plain.length > WORTH_COMPRESSING ? gzip(plain) : null;
        this.tag = '"' + digest(plain) + '"';
        this.fields = new HttpField[] {
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, body.contentType()),
            new PreEncodedHttpField(HttpHeader.ETAG, tag),
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, lasting ? FOR_EVER : FOR_A_MOMENT),
            new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding"),
        };
    }

    /** Says that it was the answer at a time. */
    void wasCurrent(long nanos) {
        currentAtNanos = nanos;
    }

    long currentAtNanos() {
        return currentAtNanos;
    }

    int status() {
        return status;
    }

    HttpField[] fields() {
        return fields;
    }

    /** Whether a client that names these tags has it already. */
    boolean isKnown(@Nullable String tags) {
        return tags != null && (tags.contains(tag) || tags.equals("*"));
    }

    byte[] plain() {
        return plain;
    }

    /** The same compressed; {@code null} when that is not worth it. */
    byte @Nullable [] gzip() {
        return gzip;
    }

    /** About how much memory it takes. */
    int weight() {
        return 500 + plain.length + (gzip == null ? 0 : gzip.length);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (OutputStream zip = bytes.length > LARGE ? new Hasty(out) : new GZIPOutputStream(out, 8_192)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Somebody waits for the page, and it is large: half the time for a tenth more bytes. */
    private static final class Hasty extends GZIPOutputStream {
        Hasty(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
