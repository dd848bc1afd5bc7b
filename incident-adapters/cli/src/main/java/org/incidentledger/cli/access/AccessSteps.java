package org.incidentledger.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CliCommand;
import org.incidentledger.cli.invocation.ExitCode;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.TextTable;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Role;
import org.incidentledger.ledger.access.AccessFolder;
import org.incidentledger.ledger.access.Grant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands about roles. */
final class AccessSteps {
    private AccessSteps() {}

    /** A command about one role of one actor. */
    abstract static class GrantStep extends AccessStep {
        @Parameters(
                index = "0",
                paramLabel = "ROLE",
                description = "reader, responder, communicator, approver, auditor or key-holder.")
        String role = "";

        @Parameters(index = "1", paramLabel = "ACTOR", description = "An actor, or all of a kind, such as 'staff/*'.")
        String actor = "";

        GrantStep() {
            super(Action.MANAGE_ACCESS);
        }

        Grant grant() {
            return new Grant(Role.parse(role), actor);
        }
    }

    @Command(
            name = "list",
            description = "List who has which role.",
            footer = {"  incident access list", "  incident access list --json"})
    static final class Show extends AccessStep {
        Show() {
            super(Action.READ_ACCESS);
        }

        @Override
        void run(AccessFolder access, Invocation invocation) {
            Optional<List<Grant>> grants = access.grants();
            invocation.answers().print(() -> grants.map(Show::text).orElse(everybody()), () -> json(grants));
        }

        private static String everybody() {
            return "There is no access file: everybody who can use the ledger's files has every role.\n";
        }

        private static String text(List<Grant> grants) {
            TextTable table = new TextTable("ACTOR", "ROLE");
            grants.forEach(grant -> table.row(grant.to(), grant.role().word()));
            return table.toString();
        }

        private static ObjectNode json(Optional<List<Grant>> grants) {
            ObjectNode object = Answers.object().put("everybodyHasEveryRole", grants.isEmpty());
            ArrayNode list = object.putArray("grants");
            grants.orElse(List.of())
                    .forEach(grant -> list.addObject()
                            .put("actor", grant.to())
                            .put("role", grant.role().word()));
            return object;
        }
    }

    @Command(
            name = "grant",
            description = {
                "Give a role. The first grant makes the access file: from then on whoever is not named has no role;"
                        + " you keep",
                "every role."
            },
            footer = {"  incident access grant responder staff/dora", "  incident access grant reader 'staff/*'"})
    static final class GrantRole extends GrantStep {
        @Override
        void run(AccessFolder access, Invocation invocation) {
            Grant wanted = grant();
            List<Grant> grants = new ArrayList<>(List.of(wanted));
            boolean first = access.grants().isEmpty();
            String self = invocation.actor().value();
            if (first) {
                Arrays.stream(Role.values())
                        .map(own -> new Grant(own, self))
                        .filter(own -> !own.equals(wanted))
                        .forEach(grants::add);
            }
            access.grant(grants);
            String done =
                    "%s has the role %s".formatted(wanted.to(), wanted.role().word());
            String begun = "; from now on whoever is not named has no role, and %s keeps every role".formatted(self);
            invocation
                    .answers()
                    .print(
                            () -> first ? done + begun : done,
                            () -> Answers.object()
                                    .put("actor", wanted.to())
                                    .put("role", wanted.role().word())
                                    .put("first", first));
        }
    }

    @Command(
            name = "revoke",
            description = "Take a role away. The last key holder stays.",
            footer = "  incident access revoke responder staff/dora")
    static final class RevokeRole extends GrantStep {
        @Override
        void run(AccessFolder access, Invocation invocation) {
            Grant grant = grant();
            List<Grant> grants = access.grants().orElse(List.of());
            if (!grants.contains(grant)) {
                throw Failure.badInput("%s was not given the role %s; see 'incident access list'"
                        .formatted(grant.to(), grant.role().word()));
            }
            if (grant.role() == Role.KEY_HOLDER
                    && grants.stream()
                                    .filter(other -> other.role() == Role.KEY_HOLDER)
                                    .distinct()
                                    .count()
                            == 1) {
                throw Failure.badInput("%s is the last key holder: give another that role first".formatted(grant.to()));
            }
            access.revoke(grant);
            invocation
                    .answers()
                    .print(
                            () -> "%s has the role %s no more"
                                    .formatted(grant.to(), grant.role().word()),
                            () -> Answers.object()
                                    .put("actor", grant.to())
                                    .put("role", grant.role().word()));
        }
    }

    @Command(
            name = "roles",
            description = "Show what each role may do. What is public needs no role.",
            footer = "  incident access roles")
    static final class Roles extends CliCommand {
        @Override
        protected int run(Invocation invocation) {
            invocation.answers().print(Roles::text, Roles::json);
            return ExitCode.DONE;
        }

        private static String text() {
            TextTable table = new TextTable("ACTION", "ROLES", "WHAT");
            for (Action action : Action.values()) {
                table.row(action.word(), roles(action), action.description());
            }
            return table.toString();
        }

        private static String roles(Action action) {
            return action.allowedBy().size() == Role.values().length
                    ? "every role"
                    : action.allowedBy().stream().map(Role::word).collect(Collectors.joining(", "));
        }

        private static ObjectNode json() {
            ObjectNode object = Answers.object();
            ArrayNode list = object.putArray("actions");
            for (Action action : Action.values()) {
                ArrayNode roles = list.addObject()
                        .put("action", action.word())
                        .put("description", action.description())
                        .putArray("roles");
                action.allowedBy().forEach(role -> roles.add(role.word()));
            }
            return object;
        }
    }
}
