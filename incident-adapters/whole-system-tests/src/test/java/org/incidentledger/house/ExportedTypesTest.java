package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExportedTypesTest {
    private static final String PINNED = "exported-types.txt";

    @Test
    void a_type_is_public_only_when_it_is_listed() {
        Set<String> exported = JavaFile.all().stream()
                .flatMap(ExportedTypesTest::exported)
                .collect(Collectors.toCollection(TreeSet::new));
        if (Boolean.getBoolean("house.update")) {
            PinnedList.rewrite(PINNED, exported);
        }
        assertThat(exported)
                .as(
                        "public top-level types against %s; make a type package-private, or rewrite the list as its"
                                + " head says",
                        PINNED)
                .isEqualTo(new TreeSet<>(PinnedList.read(PINNED)));
    }

    @Test
    void public_types_in_main_code_are_seen_and_no_others() {
        String source = "package p; public final class A { public static class Inner {} } class B {}";
        assertThat(exported(JavaFile.parse("m/src/main/java/p/A.java", source))).containsExactly("m p.A");
        assertThat(exported(JavaFile.parse("m/src/test/java/p/A.java", source))).isEmpty();
    }

    private static Stream<String> exported(JavaFile file) {
        return file.unit().getTypes().stream()
                .filter(TypeDeclaration::isPublic)
                .filter(inMain(file))
                .map(type -> file.module() + " " + file.packageName() + "." + type.getNameAsString());
    }

    private static Predicate<TypeDeclaration<?>> inMain(JavaFile file) {
        return type -> file.inMain();
    }
}
