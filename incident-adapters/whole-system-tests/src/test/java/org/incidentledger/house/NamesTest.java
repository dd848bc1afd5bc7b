package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NamesTest {
    /** Words that say nothing about what is in the box. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "util", "utils", "impl", "manager", "helper", "helpers", "common", "commons", "port", "ports", "misc",
            "base");

    private static final Pattern SENTENCE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory");

    @Test
    void no_package_has_an_empty_name() {
        assertThat(JavaFile.all().stream().flatMap(NamesTest::emptyPackageNames).distinct())
                .isEmpty();
    }

    @Test
    void no_type_has_an_empty_name() {
        assertThat(JavaFile.all().stream().flatMap(NamesTest::emptyTypeNames)).isEmpty();
    }

    @Test
    void a_test_is_named_by_a_sentence() {
        assertThat(JavaFile.all().stream().flatMap(NamesTest::testsWithoutSentence))
                .isEmpty();
    }

    @Nested
    class Each_can_fail {
        @Test
        void a_package_named_util() {
            assertThat(emptyPackageNames(parse("package a.util.b; class A {}"))).containsExactly("a.util.b");
            assertThat(emptyPackageNames(parse("package a.utility.b; class A {}")))
                    .isEmpty();
        }

        @Test
        void a_type_whose_last_word_is_empty() {
            String source =
                    "class LedgerImpl { record Manager() {} class TileHelper {} class Importer {} class Impl2 {} }";
            assertThat(emptyTypeNames(parse(source)))
                    .containsExactlyInAnyOrder("A.java#LedgerImpl", "A.java#Manager", "A.java#TileHelper");
        }

        @Test
        void a_test_in_camel_case() {
            String source = "class A { @Test void itWorks() {} @Test void it_works() {} void helpMe() {} }";
            assertThat(testsWithoutSentence(parse(source))).containsExactly("A.java#itWorks");
        }

        private JavaFile parse(String source) {
            return JavaFile.parse("A.java", source);
        }
    }

    private static Stream<String> emptyPackageNames(JavaFile file) {
        String name = file.packageName();
        return Stream.of(name.split("\\.", -1)).anyMatch(EMPTY_WORDS::contains) ? Stream.of(name) : Stream.empty();
    }

    private static Stream<String> emptyTypeNames(JavaFile file) {
        return file.unit().stream()
                .flatMap(node ->
                        node instanceof TypeDeclaration<?> type ? Stream.of(type.getNameAsString()) : Stream.of())
                .filter(name -> EMPTY_WORDS.contains(lastWord(name)))
                .map(name -> file.path() + "#" + name);
    }

    private static Stream<String> testsWithoutSentence(JavaFile file) {
        return file.unit().findAll(MethodDeclaration.class).stream()
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> TESTS.contains(annotation.getNameAsString())))
                .map(NodeWithSimpleName::getNameAsString)
                .filter(name -> !SENTENCE.matcher(name).matches())
                .map(name -> file.path() + "#" + name);
    }

    private static String lastWord(String typeName) {
        String[] words = typeName.split("(?=\\p{Lu})", -1);
        return words[words.length - 1].toLowerCase(Locale.ROOT);
    }
}
