package org.incidentledger.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The files that pages need. The name of each holds a digest of it, so that it may be kept for ever. */
public final class Assets {
    private static final int DIGEST_BYTES = 6;

    static final Asset CSS = load("site", "css", "text/css; charset=utf-8");
    static final Asset SCRIPT = load("site", "js", "text/javascript; charset=utf-8");
    static final Asset ICON = load("icon", "svg", "image/svg+xml");

    private static final List<Asset> ALL = List.of(CSS, SCRIPT, ICON);

    private Assets() {}

    /** One file. */
    public record Asset(String name, String contentType, String text) {}

    /** All of them. */
    public static List<Asset> all() {
        return ALL;
    }

    /** The one of a name. */
    public static Optional<Asset> named(String name) {
        return ALL.stream().filter(asset -> asset.name().equals(name)).findFirst();
    }

    private static Asset load(String name, String extension, String contentType) {
        String resource = "/org/incidentledger/web/" + name + "." + extension;
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            String version = HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
            return new Asset(
                    "%s-%s.%s".formatted(name, version, extension),
                    contentType,
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
