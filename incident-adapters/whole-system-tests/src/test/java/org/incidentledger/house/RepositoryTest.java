package org.incidentledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules read what these find: an empty list would let every rule pass. */
class RepositoryTest {
    @Test
    void the_files_are_those_of_the_whole_repository_without_build_output() {
        assertThat(Repository.files())
                .contains(Path.of("pom.xml"), Path.of("incident-core/pom.xml"), Path.of(".ci/run"))
                .noneMatch(file -> file.toString().contains("target"));
    }

    @Test
    void the_sources_are_those_of_all_modules_without_the_fixtures() {
        assertThat(JavaFile.all())
                .extracting(JavaFile::packageName)
                .contains("org.incidentledger.core.incident", "org.incidentledger.house")
                .noneMatch(name -> name.contains("fixtures"));
    }
}
