package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SizesTest {
    private static final int FILE_LINES_MAX = 300;
    private static final int METHOD_LINES_MAX = 40;
    private static final int METHOD_LINES_HARD_MAX = 60;
    private static final int CONSTRUCTOR_PARAMETERS_MAX = 4;

    @Test
    void no_file_is_longer_than_300_lines() {
        Ratchet ratchet = Ratchet.read("long-files.txt");
        assertThat(ratchet.findings(longFiles(JavaFile.all()))).isEmpty();
    }

    @Test
    void no_method_body_is_longer_than_40_lines() {
        Ratchet ratchet = Ratchet.read("long-methods.txt");
        assertThat(ratchet.findings(longMethods(JavaFile.all()))).isEmpty();
    }

    @Test
    void no_exception_allows_a_method_body_of_more_than_60_lines() {
        assertThat(Ratchet.read("long-methods.txt").allowed().values())
                .allSatisfy(lines -> assertThat(lines).isLessThanOrEqualTo(METHOD_LINES_HARD_MAX));
    }

    @Test
    void no_constructor_outside_records_takes_more_than_4_parameters() {
        assertThat(JavaFile.all().stream().flatMap(SizesTest::wideConstructors)).isEmpty();
    }

    @Nested
    class Each_can_fail {
        @Test
        void a_file_of_301_lines() {
            JavaFile file = JavaFile.parse("a/src/main/java/A.java", "class A {}\n" + "\n".repeat(300));
            assertThat(longFiles(List.of(file))).containsEntry("a/src/main/java/A.java", 301);
        }

        @Test
        void bodies_of_41_lines() {
            String body = "{\n" + "x++;\n".repeat(41) + "}\n";
            JavaFile file = JavaFile.parse("A.java", "class A { int x; A() " + body + " void m(int a) " + body + "}");
            assertThat(longMethods(List.of(file)))
                    .containsEntry("A.java#A.A()", 41)
                    .containsEntry("A.java#A.m(int)", 41);
        }

        @Test
        void a_compact_constructor_of_41_lines() {
            String body = "{\n" + "a++;\n".repeat(41) + "}\n";
            JavaFile file = JavaFile.parse("A.java", "record A(int a) { A " + body + "}");
            assertThat(longMethods(List.of(file))).containsEntry("A.java#A.A", 41);
        }

        @Test
        void a_body_of_40_lines_passes() {
            String body = "{\n" + "x++;\n".repeat(40) + "}\n";
            JavaFile file = JavaFile.parse("A.java", "class A { int x; void m() " + body + "}");
            assertThat(longMethods(List.of(file))).isEmpty();
        }

        @Test
        void a_constructor_of_5_parameters_unless_it_is_a_record() {
            String five = "(int a, int b, int c, int d, int e)";
            JavaFile file = JavaFile.parse("A.java", "class A { A" + five + " {} record R" + five + " {} }");
            assertThat(wideConstructors(file)).containsExactly("A.java#A.A takes 5 parameters, at most 4");
        }
    }

    private static Map<String, Integer> longFiles(List<JavaFile> files) {
        Map<String, Integer> found = new TreeMap<>();
        files.stream()
                .filter(file -> file.lines() > FILE_LINES_MAX)
                .forEach(file -> found.put(file.path(), file.lines()));
        return found;
    }

    private static Map<String, Integer> longMethods(List<JavaFile> files) {
        Map<String, Integer> found = new TreeMap<>();
        for (JavaFile file : files) {
            for (BlockStmt body : file.unit().findAll(BlockStmt.class)) {
                int lines = linesBetweenBraces(body);
                if (lines > METHOD_LINES_MAX) {
                    bodyName(body).forEach(name -> found.put(file.path() + "#" + name, lines));
                }
            }
        }
        return found;
    }

    /** The name of the method, constructor or compact constructor whose whole body this is; else nothing. */
    private static Stream<String> bodyName(BlockStmt body) {
        return body.getParentNode().stream().flatMap(parent -> switch (parent) {
            case CallableDeclaration<?> callable ->
                Stream.of(typeName(callable) + "." + callable.getSignature().asString());
            case CompactConstructorDeclaration compact ->
                Stream.of(typeName(compact) + "." + compact.getNameAsString());
            default -> Stream.empty();
        });
    }

    private static int linesBetweenBraces(BlockStmt body) {
        Range range = body.getRange().orElseThrow();
        return Math.max(0, range.end.line - range.begin.line - 1);
    }

    private static Stream<String> wideConstructors(JavaFile file) {
        return file.unit().findAll(ConstructorDeclaration.class).stream()
                .filter(made -> made.getParameters().size() > CONSTRUCTOR_PARAMETERS_MAX)
                .filter(made -> made.getParentNode()
                        .filter(RecordDeclaration.class::isInstance)
                        .isEmpty())
                .map(made -> file.path() + "#" + typeName(made) + "." + made.getNameAsString() + " takes "
                        + made.getParameters().size() + " parameters, at most " + CONSTRUCTOR_PARAMETERS_MAX);
    }

    private static String typeName(Node member) {
        return Stream.iterate(member, node -> node.getParentNode().orElseThrow())
                .flatMap(node ->
                        node instanceof TypeDeclaration<?> type ? Stream.of(type.getNameAsString()) : Stream.of())
                .findFirst()
                .orElseThrow();
    }
}
