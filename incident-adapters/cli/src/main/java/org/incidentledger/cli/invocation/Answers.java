package org.incidentledger.cli.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Prints what a command answers: text for people, or one JSON object for machines. */
public final class Answers {
    private final PrintStream out;
    private final boolean json;

    Answers(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** A JSON object to be filled. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Whether machines read the answer. */
    public boolean json() {
        return json;
    }

    /** Prints one of the two; only that one is made. */
    public void print(Supplier<String> text, Supplier<? extends JsonNode> object) {
        if (json) {
            out.println(object.get());
        } else {
            text(text.get());
        }
        out.flush();
    }

    /** Prints text that is the same for people and machines. */
    public void text(String text) {
        out.print(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
        out.flush();
    }
}
