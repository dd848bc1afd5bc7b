package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.comments.Comment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");

    @Test
    void every_package_is_described_in_one_sentence_and_null_marked() {
        assertThat(findings(JavaFile.all())).isEmpty();
    }

    @Nested
    class Can_fail {
        private static final String MARKED = "@NullMarked package p; import org.jspecify.annotations.NullMarked;";

        @Test
        void a_package_without_package_info() {
            assertThat(findings(List.of(type()))).containsExactly("m p: has no package-info.java");
        }

        @Test
        void a_package_that_is_not_null_marked() {
            assertThat(findings(List.of(type(), info("/** One sentence. */ package p;"))))
                    .containsExactly("m p: is not @NullMarked");
        }

        @Test
        void a_package_without_a_sentence_or_with_two() {
            assertThat(findings(List.of(type(), info(MARKED))))
                    .containsExactly("m p: its Javadoc has 0 sentences, not one");
            assertThat(findings(List.of(type(), info("/** One. Two. */" + MARKED))))
                    .containsExactly("m p: its Javadoc has 2 sentences, not one");
        }

        @Test
        void a_package_as_it_should_be_passes() {
            assertThat(findings(List.of(type(), info("/** One sentence, see RFC 6962. */" + MARKED))))
                    .isEmpty();
        }

        private JavaFile type() {
            return JavaFile.parse("m/src/main/java/p/A.java", "package p; class A {}");
        }

        private JavaFile info(String source) {
            return JavaFile.parse("m/src/main/java/p/package-info.java", source);
        }
    }

    /** A package of tests shares the package-info of the code beside it, so one for each module is enough. */
    private static List<String> findings(List<JavaFile> files) {
        Map<String, List<JavaFile>> packages = files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.module() + " " + file.packageName(), TreeMap::new, Collectors.toList()));
        return packages.entrySet().stream()
                .flatMap(entry -> findingsOfPackage(entry.getValue()).map(finding -> entry.getKey() + ": " + finding))
                .toList();
    }

    private static Stream<String> findingsOfPackage(List<JavaFile> packageFiles) {
        for (JavaFile file : packageFiles) {
            if (file.isPackageInfo()) {
                return Stream.concat(nullMarked(file), oneSentence(file));
            }
        }
        return Stream.of("has no package-info.java");
    }

    private static Stream<String> nullMarked(JavaFile info) {
        boolean marked = info.unit()
                .getPackageDeclaration()
                .filter(declared -> declared.getAnnotationByName("NullMarked").isPresent())
                .isPresent();
        return marked ? Stream.empty() : Stream.of("is not @NullMarked");
    }

    private static Stream<String> oneSentence(JavaFile info) {
        String text = info.unit().getAllComments().stream()
                .filter(Comment::isJavadocComment)
                .map(Comment::getContent)
                .collect(Collectors.joining(" "))
                .strip();
        long sentences = SENTENCE_END.matcher(text).results().count();
        return sentences == 1 ? Stream.empty() : Stream.of("its Javadoc has " + sentences + " sentences, not one");
    }
}
