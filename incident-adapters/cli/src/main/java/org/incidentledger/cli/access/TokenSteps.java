package org.incidentledger.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.incidentledger.cli.invocation.Answers;
import org.incidentledger.cli.invocation.CommandGroup;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.cli.invocation.Invocation;
import org.incidentledger.cli.invocation.TextTable;
import org.incidentledger.core.access.AccessToken;
import org.incidentledger.core.access.Action;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.access.StoredToken;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.ledger.access.AccessFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about access tokens. */
@Command(
        name = "token",
        description = "Issue, list and revoke access tokens, which let somebody use a served ledger without its files.",
        subcommands = {TokenSteps.Issue.class, TokenSteps.Show.class, TokenSteps.Revoke.class},
        footer = "  incident access token issue --for staff/dora --role auditor --label laptop --expires 90d")
final class TokenSteps extends CommandGroup {
    @Command(
            name = "issue",
            description = {
                "Issue a token and print it, this once: only its hash is kept, in 'access-tokens' beside the ledger's key. Its",
                "bearer acts in the name of the actor, with these roles as far as the actor has them."
            },
            footer = {
                "  incident access token issue --for staff/dora --role auditor --label laptop --expires 90d",
                "  incident access token issue --for service/monitor --role reader --expires 2026-12-31T00:00:00Z"
            })
    static final class Issue extends AccessStep {
        @Option(names = "--for", required = true, paramLabel = "REF", description = "In whose name its bearer acts.")
        ActorRef bearer = ActorRef.SYSTEM;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "One of: ${COMPLETION-CANDIDATES}; may be repeated.")
        List<Role> roles = List.of();

        @Option(
                names = "--expires",
                required = true,
                paramLabel = "WHEN",
                description = "An instant, or a number of days such as 90d; within 366 days.")
        String expires = "";

        @Option(names = "--label", paramLabel = "WORD", description = "What it is for (default: token).")
        String label = "token";

        Issue() {
            super(Action.MANAGE_ACCESS);
        }

        @Override
        void run(AccessFolder access, Invocation invocation) {
            Instant now = invocation.now().truncatedTo(ChronoUnit.SECONDS);
            Instant until = Lifetime.end(expires, now, invocation);
            Set<Role> wanted = EnumSet.copyOf(roles);
            Set<Role> missing = EnumSet.copyOf(wanted);
            missing.removeAll(access.policy().rolesOf(bearer));
            if (!missing.isEmpty()) {
                String role = missing.iterator().next().word();
                throw Failure.badInput("%s has not the role %s; first 'incident access grant %s %s'"
                        .formatted(bearer, role, role, bearer));
            }
            AccessToken token = AccessToken.generate(new SecureRandom());
            StoredToken stored = new StoredToken(token.id(), label, bearer, wanted, now, until, null, token.hash());
            access.keep(stored);
            invocation
                    .answers()
                    .print(
                            () -> "Token %s for %s, %s, until %s. It is shown this once:%n%s%n"
                                    .formatted(
                                            token.id(),
                                            bearer,
                                            words(wanted),
                                            invocation.times().print(until),
                                            token.secretText()),
                            () -> json(stored, now).put("token", token.secretText()));
        }
    }

    @Command(
            name = "list",
            description =
                    "List the tokens that were issued, also those that count no more; never the tokens themselves.",
            footer = "  incident access token list")
    static final class Show extends AccessStep {
        Show() {
            super(Action.READ_ACCESS);
        }

        @Override
        void run(AccessFolder access, Invocation invocation) {
            List<StoredToken> tokens = access.storedTokens();
            invocation.answers().print(() -> text(tokens, invocation), () -> json(tokens, invocation.now()));
        }

        private static String text(List<StoredToken> tokens, Invocation invocation) {
            TextTable table = new TextTable("TOKEN", "LABEL", "ACTOR", "ROLES", "EXPIRES", "STATE");
            for (StoredToken token : tokens) {
                table.row(
                        token.id(),
                        token.label(),
                        token.actor().value(),
                        words(token.roles()),
                        invocation.times().print(token.expiresAt()),
                        state(token, invocation.now()));
            }
            return tokens.isEmpty() ? "No token was issued.\n" : table.toString();
        }

        private static ObjectNode json(List<StoredToken> tokens, Instant now) {
            ObjectNode object = Answers.object();
            ArrayNode list = object.putArray("tokens");
            tokens.forEach(token -> list.add(TokenSteps.json(token, now)));
            return object;
        }
    }

    @Command(
            name = "revoke",
            description = "Let a token count no more, within a second also where the ledger is served.",
            footer = "  incident access token revoke 0a1b2c3d4e5f")
    static final class Revoke extends AccessStep {
        @Parameters(paramLabel = "TOKEN", description = "The id of the token, as list shows it.")
        String id = "";

        Revoke() {
            super(Action.MANAGE_ACCESS);
        }

        @Override
        void run(AccessFolder access, Invocation invocation) {
            StoredToken revoked = access.revokeToken(id, invocation.now())
                    .orElseThrow(() -> Failure.badInput(
                            "there is no token '%s'; see 'incident access token list'".formatted(Quoted.shorten(id))));
            invocation
                    .answers()
                    .print(
                            () -> "token %s of %s counts no more".formatted(revoked.id(), revoked.actor()),
                            () -> json(revoked, invocation.now()));
        }
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }

    private static String state(StoredToken token, Instant now) {
        if (token.revokedAt() != null) {
            return "revoked";
        }
        return now.isBefore(token.expiresAt()) ? "valid" : "expired";
    }

    private static ObjectNode json(StoredToken token, Instant now) {
        ObjectNode object = Answers.object()
                .put("id", token.id())
                .put("label", token.label())
                .put("actor", token.actor().value())
                .put("issuedAt", token.issuedAt().toString())
                .put("expiresAt", token.expiresAt().toString())
                .put("state", state(token, now));
        ArrayNode roles = object.putArray("roles");
        token.roles().stream().sorted().forEach(role -> roles.add(role.word()));
        return object;
    }
}
