package org.incidentledger.cli.invocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.incidentledger.bundle.Disclosure.Disclosed;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.Commitment;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.embedded.Opening;

/** Disclosed values as JSON: the ledger, and for each value its id, its subject, its position, the key of its commitment and its text. */
public final class DisclosureText {
    private static final String FORMAT = "incident-ledger disclosure 1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private DisclosureText() {}

    /** @param ledger its name */
    public static String write(String ledger, List<Opening.Open> open) {
        ObjectNode object = Answers.object().put("format", FORMAT).put("ledger", ledger);
        ArrayNode values = object.putArray("values");
        for (Opening.Open one : open) {
            values.addObject()
                    .put("id", one.value().id().toString())
                    .put("subject", one.value().subject().value())
                    .put("position", one.position())
                    .put("key", Base64.getEncoder().encodeToString(one.value().key()))
                    .put("text", one.value().text());
        }
        return object.toPrettyString() + "\n";
    }

    /**
     * @param file where the text comes from
     * @throws Failure as bad input when the text is no disclosure; it quotes nothing of it
     */
    public static List<Disclosed> read(String file, String text) {
        List<Disclosed> disclosed = read(text);
        if (disclosed.isEmpty()) {
            throw Failure.badInput("%s is no disclosure, or not whole; name one that incident disclose wrote"
                    .formatted(Quoted.shorten(file)));
        }
        return disclosed;
    }

    /** Nothing when it is no disclosure, which has one value at least. */
    private static List<Disclosed> read(String text) {
        try {
            JsonNode object = JSON.readTree(text);
            if (!FORMAT.equals(object.path("format").asText())) {
                return List.of();
            }
            List<Disclosed> disclosed = new ArrayList<>();
            for (JsonNode value : object.path("values")) {
                disclosed.add(disclosed(value));
            }
            return disclosed;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Disclosed disclosed(JsonNode value) {
        byte[] key = Base64.getDecoder().decode(value.path("key").asText());
        if (key.length != Commitment.KEY_BYTES || !value.path("position").isIntegralNumber()) {
            throw new IllegalArgumentException("no disclosed value");
        }
        PlainValue plain = new PlainValue(
                UUID.fromString(value.path("id").asText()),
                new ActorRef(value.path("subject").asText()),
                key,
                value.path("text").asText());
        return new Disclosed(value.path("position").asLong(), plain);
    }
}
