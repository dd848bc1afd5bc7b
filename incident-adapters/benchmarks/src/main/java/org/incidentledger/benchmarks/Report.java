package org.incidentledger.benchmarks;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What came of a run, for programs and for people. */
record Report(Machine machine, Sizes sizes, List<Measurement> measurements, List<Goal> goals) {
    Report {
        measurements = List.copyOf(measurements);
        goals = List.copyOf(goals);
    }

    void writeJson(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        Files.write(file, mapper.writeValueAsBytes(this));
    }

    /** Writes performance.md and performance.svg into the folder of the documentation. */
    void writeDocs(Path docs) throws IOException {
        Files.writeString(docs.resolve("performance.md"), markdown());
        Files.writeString(docs.resolve("performance.svg"), new Plot(measurements).svg());
    }

    String markdown() throws IOException {
        Tables tables = new Tables(this);
        return template()
                .replace("{machine}", tables.machine())
                .replace("{goals}", tables.goals())
                .replace("{append}", tables.append())
                .replace("{others}", tables.others());
    }

    private static String template() throws IOException {
        try (InputStream template = Report.class.getResourceAsStream("performance.template.md")) {
            return new String(
                    Objects.requireNonNull(template, "the template is in this jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
