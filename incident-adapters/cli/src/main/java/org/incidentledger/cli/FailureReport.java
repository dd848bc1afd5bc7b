package org.incidentledger.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Printable;
import org.incidentledger.cli.invocation.Surroundings;

/** Tells of a failure: one line for people on standard error, and with {@code --json} an object on standard output. */
final class FailureReport {
    private final Surroundings surroundings;
    private final boolean json;
    private final boolean debug;

    /** @param args as given, because a command that cannot be parsed fails too */
    FailureReport(Surroundings surroundings, List<String> args) {
        this.surroundings = surroundings;
        this.json = args.contains("--json");
        this.debug = args.contains("--debug");
    }

    /** @return the exit code */
    int print(Failure failure) {
        surroundings.out().flush();
        surroundings.err().println("incident: " + Printable.line(failure.line()) + ruleOf(failure));
        if (debug) {
            failure.printStackTrace(surroundings.err());
        }
        if (json) {
            surroundings.out().println(object(failure));
        }
        surroundings.out().flush();
        surroundings.err().flush();
        return failure.exitCode();
    }

    private static String ruleOf(Failure failure) {
        return failure.rule() == null ? "" : " [" + failure.rule() + "]";
    }

    private static ObjectNode object(Failure failure) {
        ObjectNode object = Answers.object();
        ObjectNode error = object.putObject("error").put("kind", failure.kind());
        if (failure.rule() != null) {
            error.put("rule", failure.rule());
        }
        Failure.Place place = failure.place();
        if (place != null) {
            error.put("part", place.part()).put("position", place.position());
        }
        error.put("message", failure.line()).put("exit", failure.exitCode());
        return object;
    }
}
