package org.incidentledger.web;

import java.util.Objects;
import java.util.function.Supplier;
import org.incidentledger.web.server.SiteServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A scene and a server of it, for all tests of a class; made before the first and closed after the last. */
public final class ServedScene implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<Scene> told;
    private @Nullable Scene scene;
    private @Nullable SiteServer server;
    private @Nullable Client client;

    private ServedScene(Supplier<Scene> told) {
        this.told = told;
    }

    /** The whole story. */
    public static ServedScene full() {
        return new ServedScene(Scene::full);
    }

    /** A story of one's own. */
    public static ServedScene of(Supplier<Scene> told) {
        return new ServedScene(told);
    }

    public Scene scene() {
        return Objects.requireNonNull(scene, "only within a test");
    }

    public SiteServer server() {
        return Objects.requireNonNull(server, "only within a test");
    }

    public Client client() {
        return Objects.requireNonNull(client, "only within a test");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        scene = told.get();
        server = scene.serve();
        client = new Client(server.address());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
        if (scene != null) {
            scene.close();
        }
    }
}
