package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.incidentledger.house.fixtures.channels.ChattyChannel;
import org.incidentledger.house.fixtures.core.axon.AggregateOnAnAdapter;
import org.incidentledger.house.fixtures.core.incident.DeciderThatKnowsAxon;
import org.incidentledger.house.fixtures.core.incident.DeciderThatKnowsJackson;
import org.incidentledger.house.fixtures.core.incident.DeciderThatLooksAtAClock;
import org.incidentledger.house.fixtures.core.incident.DeciderThatReadsAFile;
import org.incidentledger.house.fixtures.core.ledger.LedgerOnATable;
import org.incidentledger.house.fixtures.core.unlisted.NewPackage;
import org.incidentledger.house.fixtures.intake.SerializedReport;
import org.incidentledger.house.fixtures.projections.timeline.FoldByChance;
import org.incidentledger.house.fixtures.projections.timeline.FoldThatReadsAFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String HOUSE = "org.incidentledger";
    private static final String FIXTURES = "org.incidentledger.house.fixtures";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(FIXTURES);

    /** A rule, and the classes that break it. */
    record Rule(String name, Function<Architecture, ArchRule> rule, List<Class<?>> offenders) {
        ArchRule on(String root) {
            return rule.apply(new Architecture(root)).allowEmptyShould(true);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "a package uses only what is listed for it",
                        Architecture::a_package_uses_only_what_is_listed_for_it,
                        List.of(
                                DeciderThatReadsAFile.class,
                                DeciderThatKnowsJackson.class,
                                DeciderThatKnowsAxon.class,
                                LedgerOnATable.class,
                                AggregateOnAnAdapter.class,
                                FoldThatReadsAFile.class,
                                NewPackage.class)),
                new Rule(
                        "deciders and folds ask no clock, no chance and no environment",
                        Architecture::deciders_and_folds_ask_no_clock_no_chance_and_no_environment,
                        List.of(DeciderThatLooksAtAClock.class, FoldByChance.class)),
                new Rule(
                        "packages are free of cycles",
                        Architecture::packages_are_free_of_cycles,
                        List.of(AggregateOnAnAdapter.class, ChattyChannel.class)),
                new Rule(
                        "only the command line writes to the console",
                        Architecture::only_the_command_line_writes_to_the_console,
                        List.of(ChattyChannel.class)),
                new Rule(
                        "nothing reads Java or XStream serialization",
                        Architecture::nothing_reads_java_or_xstream_serialization,
                        List.of(SerializedReport.class)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_follows(Rule rule) {
        rule.on(HOUSE).check(CODE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void its_offenders_are_found(Rule rule) {
        List<String> details =
                rule.on(FIXTURES).evaluate(OFFENDERS).getFailureReport().getDetails();
        assertThat(rule.offenders())
                .isNotEmpty()
                .allSatisfy(
                        offender -> assertThat(details).anyMatch(detail -> detail.contains(offender.getSimpleName())));
    }

    /** A rule about a package that does not exist would pass. */
    @Test
    void every_listed_package_is_there_to_be_looked_at() {
        assertThat(AllowedUse.listedPackages())
                .allSatisfy(listed ->
                        assertThat(CODE.containPackage(HOUSE + "." + listed)).isTrue());
    }
}
