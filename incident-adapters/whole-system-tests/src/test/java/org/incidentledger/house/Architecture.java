package org.incidentledger.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The architecture, as rules relative to a root package: the same rule can then be shown to fail on the fixtures.
 */
record Architecture(String root) {

    /** Core and projections may use what {@link AllowedUse} lists for their package and nothing else. */
    ArchRule a_package_uses_only_what_is_listed_for_it() {
        return classes().that().resideInAPackage(root + "..").should(new AllowedUse(root));
    }

    /** Instants, identifiers and chance come in with the command or the event. */
    ArchRule deciders_and_folds_ask_no_clock_no_chance_and_no_environment() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".core..", root + ".projections..")
                .and()
                .resideOutsideOfPackages(
                        root + ".core.ledger..",
                        root + ".core.tlog..",
                        root + ".core.encoding..",
                        root + ".core.verification..",
                        root + ".core.access..",
                        root + ".core.axon..")
                .should()
                .callMethodWhere(asksTheOutside())
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(time\\.(Clock|InstantSource)|util\\.(\\w*Random|Timer|Scanner)"
                        + "|security\\.SecureRandom|lang\\.(Thread|Process\\w*|Runtime))");
    }

    ArchRule packages_are_free_of_cycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule only_the_command_line_writes_to_the_console() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".cli..")
                .should(ACCESS_STANDARD_STREAMS);
    }

    ArchRule nothing_reads_java_or_xstream_serialization() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.Object(Input|Output)Stream|com\\.thoughtworks\\.xstream\\..*");
    }

    private static DescribedPredicate<JavaCall<?>> asksTheOutside() {
        return call("java\\.time\\..*", "now|systemDefault|system\\w+")
                .or(call("java\\.util\\.UUID", "randomUUID"))
                .or(call("java\\.lang\\.(Strict)?Math", "random"))
                .or(call("java\\.lang\\.System", "currentTimeMillis|nanoTime|getenv|getPropert\\w+|exit|load\\w*"))
                .or(call("java\\.util\\.(Locale|TimeZone)", "getDefault"))
                .as("a call that reads a clock, chance or the environment");
    }

    private static DescribedPredicate<JavaCall<?>> call(String ownerName, String methodName) {
        return target(owner(nameMatching(ownerName))).and(target(nameMatching(methodName)));
    }
}
