package org.incidentledger.web.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.stream.Collectors;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.projections.audit.FieldChange;
import org.incidentledger.web.content.Body;
import org.jspecify.annotations.Nullable;

/** Lines of the audit trail as files. */
final class AuditFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String HEAD =
            "position,recorded_at,occurred_at,actor,type,stream,summary,reason,changes,command_id,event_id\r\n";

    private AuditFiles() {}

    /** One JSON object a line. */
    static Body jsonLines(List<AuditLine> lines) {
        return Body.of(
                "application/jsonl; charset=utf-8",
                lines.stream().map(AuditFiles::json).collect(Collectors.joining()));
    }

    /** A table (RFC 4180). No cell begins as a formula does: a spreadsheet would carry it out. */
    static Body csv(List<AuditLine> lines) {
        return Body.of(
                "text/csv; charset=utf-8",
                lines.stream().map(AuditFiles::row).collect(Collectors.joining("\r\n", HEAD, "\r\n")));
    }

    private static String json(AuditLine line) {
        try {
            return JSON.writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts cannot be written", e);
        }
    }

    private static String row(AuditLine line) {
        return String.join(
                ",",
                Long.toString(line.position()),
                line.recordedAt().toString(),
                line.occurredAt().toString(),
                cell(line.actor()),
                cell(line.type()),
                cell(line.stream()),
                cell(line.summary()),
                cell(line.reason()),
                cell(line.changes().stream().map(AuditFiles::change).collect(Collectors.joining("; "))),
                line.commandId(),
                line.eventId());
    }

    static String change(FieldChange change) {
        String from = change.from() == null ? "" : change.from() + " → ";
        return change.field() + ": " + from + (change.to() == null ? "withdrawn" : change.to());
    }

    private static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
