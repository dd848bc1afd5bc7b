package org.incidentledger.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The allow-list of each package of core and projections: reading it from the top is reading how core is layered. A
 * package that is not in the list may use nothing but itself, so a new one has to say what it needs.
 */
final class AllowedUse extends ArchCondition<JavaClass> {
    /** The pure part of the JDK: values and text, nothing that reads or writes outside the program. */
    private static final List<String> VALUES = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.text",
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify..");

    private static final List<String> BYTES =
            List.of("java.io", "java.nio", "java.security..", "java.util.concurrent..", "javax.crypto..");

    private static final List<String> BUSINESS = List.of(
            "core.vocabulary",
            "core.decision",
            "core.sealing",
            "core.subject",
            "core.publication",
            "core.obligation",
            "core.catalog",
            "core.incident",
            "core.maintenance");

    private static final Map<String, List<String>> LISTED = Map.ofEntries(
            Map.entry("core.vocabulary", VALUES),
            Map.entry("core.decision", with(VALUES, "core.vocabulary")),
            Map.entry(
                    "core.sealing",
                    with(VALUES, "core.vocabulary", "core.decision", "java.security..", "javax.crypto..")),
            Map.entry("core.subject", with(VALUES, "core.vocabulary", "core.decision", "core.sealing")),
            Map.entry("core.publication", with(VALUES, "core.vocabulary", "core.decision")),
            // Regimes are data: they are read from the class path, once.
            Map.entry("core.obligation", with(VALUES, "core.vocabulary", "core.decision", "java.io")),
            Map.entry("core.catalog", with(VALUES, "core.vocabulary", "core.decision", "core.publication")),
            Map.entry("core.incident", with(VALUES, BUSINESS)),
            Map.entry("core.maintenance", with(VALUES, BUSINESS)),
            Map.entry("core.access", with(with(VALUES, BUSINESS), "java.security..")),
            Map.entry("core.tlog", with(VALUES, "java.nio", "java.security..")),
            Map.entry(
                    "core.ledger",
                    with(with(VALUES, BYTES), "core.vocabulary", "core.decision", "core.sealing", "core.tlog")),
            Map.entry("core.history", with(with(VALUES, BUSINESS), "core.ledger")),
            Map.entry(
                    "core.encoding",
                    with(
                            with(with(VALUES, BYTES), BUSINESS),
                            "core.ledger",
                            "core.history",
                            "com.fasterxml.jackson..",
                            "java.lang.reflect")),
            Map.entry("core.verification", with(with(VALUES, BYTES), "core.ledger", "core.tlog", "core.encoding")),
            Map.entry(
                    "core.axon",
                    with(with(with(VALUES, BYTES), BUSINESS), "core.ledger", "core.history", "org.axonframework..")),
            Map.entry("projections", with(with(VALUES, BUSINESS), "core.ledger", "core.history")));

    private final String root;

    AllowedUse(String root) {
        super("use only what is listed for their package");
        this.root = root;
    }

    static Set<String> listedPackages() {
        return LISTED.keySet();
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        String inRoot = user.getPackageName()
                .substring(Math.min(root.length() + 1, user.getPackageName().length()));
        if (!inRoot.startsWith("core") && !inRoot.startsWith("projections")) {
            return;
        }
        Predicate<JavaClass> allowed = allowedFor(inRoot);
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass().getBaseComponentType();
            if (!used.isPrimitive() && !allowed.test(used)) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private Predicate<JavaClass> allowedFor(String inRoot) {
        String listed = LISTED.keySet().stream()
                .filter(name -> inRoot.equals(name) || inRoot.startsWith(name + "."))
                .findFirst()
                .orElse(inRoot);
        Stream<String> outside = LISTED.getOrDefault(listed, List.of("java.lang")).stream();
        PackageMatchers matchers = PackageMatchers.of(Stream.concat(outside, Stream.of(listed))
                .map(name ->
                        name.startsWith("core") || name.startsWith("projections") ? root + "." + name + ".." : name)
                .toList());
        return used -> matchers.test(used.getPackageName());
    }

    private static List<String> with(List<String> some, String... more) {
        return with(some, List.of(more));
    }

    private static List<String> with(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
