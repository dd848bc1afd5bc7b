package org.incidentledger.house;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import java.nio.file.Path;
import java.util.List;

/** One Java source file, parsed. The path is relative to the root and written with slashes. */
record JavaFile(String path, String text, CompilationUnit unit) {
    private static final String FIXTURES = "/org/incidentledger/house/fixtures/";

    static JavaFile parse(String path, String text) {
        ParserConfiguration java21 = new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21);
        ParseResult<CompilationUnit> result = new JavaParser(java21).parse(text);
        if (!result.isSuccessful()) {
            throw new IllegalArgumentException(path + ": " + result.getProblems());
        }
        return new JavaFile(path, text, result.getResult().orElseThrow());
    }

    /** Every Java file of the house but the fixtures, which break the rules on purpose. */
    static List<JavaFile> all() {
        return Parsed.FILES;
    }

    boolean inMain() {
        return path.contains("/src/main/java/");
    }

    boolean isPackageInfo() {
        return path.endsWith("/package-info.java");
    }

    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    String module() {
        return path.substring(0, path.indexOf("/src/"));
    }

    String packageName() {
        return unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** Parsing takes a while, so it is done once, when first asked for. */
    private static final class Parsed {
        static final List<JavaFile> FILES = Repository.files().stream()
                .map(Path::toString)
                .map(path -> path.replace('\\', '/'))
                .filter(path -> path.endsWith(".java") && !path.contains(FIXTURES))
                .map(path -> parse(path, Repository.text(Path.of(path)).orElseThrow()))
                .toList();
    }
}
