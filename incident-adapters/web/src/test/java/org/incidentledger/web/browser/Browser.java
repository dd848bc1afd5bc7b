package org.incidentledger.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Chromium without a window, driven through its own protocol. One page at a time, by one thread. */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 90;

    private final Process process;
    private final Path profile;
    private final Wire wire;
    private final String session;

    /** How a page is looked at. */
    record Look(int width, int height, boolean dark) {
        static final Look PHONE = new Look(390, 844, false);
        static final Look DESK = new Look(1280, 900, false);

        static Stream<Look> all() {
            return Stream.of(PHONE, PHONE.atNight(), DESK, DESK.atNight());
        }

        Look atNight() {
            return new Look(width, height, true);
        }

        @Override
        public String toString() {
            return width + (dark ? "-dark" : "-light");
        }
    }

    private Browser(Process process, Path profile, Wire wire) {
        this.process = process;
        this.profile = profile;
        this.wire = wire;
        String target = wire.call("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        this.session = wire.call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** The program, where it is installed. */
    static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("incident-browser");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf("ws://");
            if (at >= 0) {
                Thread.ofVirtual().start(() -> drain(said));
                return new Browser(
                        process,
                        profile,
                        Wire.open(URI.create(line.substring(at).strip())));
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    private static void drain(BufferedReader said) {
        try {
            while (said.readLine() != null) {
                // What it says does not matter, but a full pipe would stop it.
            }
        } catch (IOException e) {
            // It was ended.
        }
    }

    /** Opens a page and waits until everything of it is there. */
    void open(URI page, Look look) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        look.width(),
                        "height",
                        look.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        look.width() < 500));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"))));
        wire.forget();
        call("Page.navigate", Map.of("url", page.toString()));
        evaluate(
                "new Promise(done => document.readyState === 'complete' ? done(1) : addEventListener('load', () => done(1)))");
    }

    /** What went wrong on the page since it was opened: messages of the console, exceptions, what could not be loaded. */
    List<String> complaints() {
        return wire.complaints();
    }

    /** The value of an expression, awaited when it is a promise. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Sets the zone in which the reader is, from the next page on. */
    void zone(String zone) {
        call("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    /** The whole page as a PNG. */
    byte[] picture() {
        JsonNode answer = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    private JsonNode call(String method, Map<String, Object> parameters) {
        return wire.call(session, method, parameters);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The protocol: questions with numbers, answers with the same, and events in between. */
    private static final class Wire implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();
        private final AtomicInteger ids = new AtomicInteger();
        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;

        static Wire open(URI address) {
            Wire wire = new Wire();
            wire.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, wire)
                    .join();
            return wire;
        }

        JsonNode call(String session, String method, Map<String, Object> parameters) {
            int id = ids.incrementAndGet();
            ObjectNode question = JSON.createObjectNode().put("id", id).put("method", method);
            question.set("params", JSON.valueToTree(parameters));
            if (!session.isEmpty()) {
                question.put("sessionId", session);
            }
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            asked.put(id, answer);
            Objects.requireNonNull(socket).sendText(question.toString(), true).join();
            JsonNode answered = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
            if (answered.has("error")) {
                throw new AssertionError(method + ": " + answered.path("error"));
            }
            return answered.path("result");
        }

        void forget() {
            complaints.clear();
        }

        List<String> complaints() {
            return new ArrayList<>(complaints);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                take(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                if (message.has("id")) {
                    CompletableFuture<JsonNode> answer =
                            asked.remove(message.path("id").asInt());
                    if (answer != null) {
                        answer.complete(message);
                    }
                } else {
                    event(message.path("method").asText(), message.path("params"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void event(String method, JsonNode parameters) {
            boolean bad = switch (method) {
                case "Runtime.exceptionThrown", "Network.loadingFailed" -> true;
                case "Runtime.consoleAPICalled" -> true;
                case "Log.entryAdded" ->
                    !parameters.path("entry").path("level").asText().equals("verbose");
                default -> false;
            };
            if (bad) {
                complaints.add(method + " " + parameters);
            }
        }
    }
}
