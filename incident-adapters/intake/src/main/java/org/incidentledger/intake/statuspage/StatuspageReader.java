package org.incidentledger.intake.statuspage;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.incidentledger.core.vocabulary.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Reads Statuspage API v2 documents: {@code incidents.json}, {@code scheduled-maintenances.json}, {@code summary.json}, pages
 * of them, or files that hold several of these lists. What the ledger has no use for is passed over.
 *
 * <p>A file may have 50 MB and a text 200,000 characters. Safe for use by many threads.
 */
public final class StatuspageReader {
    private final ReadLimits limits;
    private final ObjectMapper mapper;

    public StatuspageReader() {
        this(ReadLimits.DEFAULT);
    }

    StatuspageReader(ReadLimits limits) {
        this.limits = limits;
        this.mapper = StatuspageJson.reader(limits);
    }

    /**
     * Reads all files as one document. They must be of one page; an incident that appears on two pages is one incident with the
     * updates of both, and the state of it that is newer counts.
     *
     * @throws InvalidDocumentException naming the file and the place of the first thing that cannot be understood
     */
    public StatuspageDocument read(List<Path> files) {
        if (files.isEmpty()) {
            throw new InvalidDocumentException("no file is named; name at least one Statuspage document");
        }
        List<StatuspageDocument> documents = new ArrayList<>();
        for (Path file : files) {
            StatuspageDocument document = read(file);
            if (!document.page().id().equals(firstPage(documents, document))) {
                throw new InvalidDocumentException("%s: the page is '%s', but '%s' in %s; import one page at a time"
                        .formatted(
                                file,
                                Quoted.shorten(document.page().id()),
                                firstPage(documents, document),
                                files.getFirst()));
            }
            documents.add(document);
        }
        return PagedDocuments.merge(documents);
    }

    private static String firstPage(List<StatuspageDocument> documents, StatuspageDocument otherwise) {
        return (documents.isEmpty() ? otherwise : documents.getFirst()).page().id();
    }

    private StatuspageDocument read(Path file) {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            return read(file.toString(), input);
        } catch (NoSuchFileException e) {
            throw new InvalidDocumentException("there is no file %s; check the name".formatted(file), e);
        } catch (IOException e) {
            throw new InvalidDocumentException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** @param name what the document is called in messages */
    StatuspageDocument read(String name, InputStream input) throws IOException {
        try (JsonParser parser = mapper.createParser(input)) {
            return read(name, parser);
        }
    }

    private StatuspageDocument read(String name, JsonParser parser) throws IOException {
        try {
            @Nullable JsonNode parsed = mapper.readTree(parser);
            JsonNode tree = parsed == null ? MissingNode.getInstance() : parsed;
            if (parser.nextToken() != null) {
                throw new InvalidDocumentException(name + ": something follows the document; give one document a file");
            }
            return PagedDocuments.merge(List.of(DocumentContent.read(name, tree)));
        } catch (StreamConstraintsException e) {
            throw new InvalidDocumentException(
                    String.format(
                            Locale.ROOT,
                            "%s: this is too large: a file may have %,d bytes, a text %,d characters; import it in smaller"
                                    + " pages (%s)",
                            at(name, parser.currentLocation()),
                            limits.fileBytes(),
                            limits.textCharacters(),
                            firstLine(e)),
                    e);
        } catch (JsonProcessingException e) {
            throw new InvalidDocumentException(
                    "%s: this is no valid JSON: %s".formatted(at(name, e.getLocation()), firstLine(e)), e);
        }
    }

    private static String at(String name, @Nullable JsonLocation location) {
        return location == null ? name : name + ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("unknown");
    }
}
