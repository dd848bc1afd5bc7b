package org.incidentledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeExampleTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_example_compiles_and_prints_the_audit_trail_of_what_it_sent(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Example.java"), example());
        assertThat(compile(source, folder))
                .as("what the compiler says of the example")
                .isEmpty();

        assertThat(run(folder).lines())
                .hasSize(4)
                .allMatch(line -> line.contains(" staff/ada "))
                .first()
                .asString()
                .startsWith("0 staff/ada reported");
    }

    @Test
    void the_body_of_the_example_is_no_longer_than_twenty_lines() throws IOException {
        Stream<String> body =
                example().lines().dropWhile(line -> !line.contains("main(")).skip(1);

        assertThat(body.filter(line -> !line.isBlank()).takeWhile(line -> !line.equals("    }")))
                .hasSizeLessThanOrEqualTo(20);
    }

    private static String example() throws IOException {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(root().resolve("README.md")));
        assertThat(block.find()).as("a block of Java in the README").isTrue();
        return block.group(1);
    }

    private static String compile(Path source, Path folder) {
        JavaCompiler compiler =
                Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "this JDK has no compiler");
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        compiler.run(
                null,
                complaints,
                complaints,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
        return complaints.toString(StandardCharsets.UTF_8);
    }

    private static String run(Path folder) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            String[] arguments = {folder.resolve("ledger").toString()};
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no README.md above the tests");
        }
        return folder;
    }
}
