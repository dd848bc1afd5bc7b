package org.incidentledger.web.content;

import java.nio.charset.StandardCharsets;

/** What is given out. */
public final class Body {
    /** The content type of pages. */
    public static final String HTML = "text/html; charset=utf-8";

    /** The content type of plain text. */
    public static final String TEXT = "text/plain; charset=utf-8";

    /** The content type of JSON. */
    public static final String JSON = "application/json; charset=utf-8";

    private final String contentType;
    private final byte[] bytes;

    /** @param bytes not copied; the caller gives them away */
    public Body(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /** A text in UTF-8. */
    public static Body of(String contentType, String text) {
        return new Body(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** How it is to be read. */
    public String contentType() {
        return contentType;
    }

    /** Not copied; must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Whether it gets smaller when it is compressed. */
    public boolean isText() {
        return contentType.startsWith("text/") || contentType.contains("json") || contentType.contains("xml");
    }
}
