package org.incidentledger.web.browser;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.incidentledger.web.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One {@link Watched} scene for all tests of a class, which are skipped where there is no Chromium. */
final class WatchedScene implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<Scene> told;
    private @Nullable Watched watched;

    private WatchedScene(Supplier<Scene> told) {
        this.told = told;
    }

    /** @param told asked once a Chromium was found */
    static WatchedScene of(Supplier<Scene> told) {
        return new WatchedScene(told);
    }

    Watched watched() {
        return Objects.requireNonNull(watched, "only within a test");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path program = Watched.program();
        watched = Watched.of(told.get(), program);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (watched != null) {
            watched.close();
        }
    }
}
