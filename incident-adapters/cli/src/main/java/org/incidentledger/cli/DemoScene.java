package org.incidentledger.cli;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One scene of the demo.
 *
 * @param narration what happens, for somebody who sees it for the first time
 * @param commands as they would be typed after {@code incident}
 */
record DemoScene(String narration, List<String> commands) {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    /** The words of a command, as a shell would split it. */
    static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    static List<DemoScene> all() {
        return List.of(report(), contain(), tell(), end(), look("timeline"), look("audit"), look("replay"));
    }

    private static DemoScene report() {
        return new DemoScene(
                "A colleague sees a login that nobody knows, and reports it.",
                List.of(
                        "component add --component node-7 --name 'Node 7' --kind node",
                        "report --incident demo-1 --title 'Unknown login on node 7' --kind security-event"
                                + " --severity major --component node-7=partial-outage --actor staff/ana",
                        "acknowledge --incident demo-1 --actor staff/ben"));
    }

    private static DemoScene contain() {
        return new DemoScene(
                "Every way in is closed, then the incident is contained.",
                List.of(
                        "close-access --incident demo-1 --access node-7 --outcome 'Keys revoked, sessions ended'"
                                + " --verified --actor staff/ben",
                        "contain --incident demo-1 --summary 'No other way in was found' --actor staff/ben"));
    }

    private static DemoScene tell() {
        return new DemoScene(
                "The public and the affected clients are told. A mistake is corrected, never edited.",
                List.of(
                        "post-update --incident demo-1 --update u1 --status identified"
                                + " --text 'Somebody logged in to node 6. Access is closed.' --actor staff/ana",
                        "notify --incident demo-1 --notification n1 --audience affected-clients --channel mail"
                                + " --channel website --subject 'Login on your node'"
                                + " --message 'Please change your keys.' --actor staff/ana",
                        "correct-update --incident demo-1 --update u1"
                                + " --text 'Somebody logged in to node 7. Access is closed.'"
                                + " --reason 'It was node 7, not node 6' --actor staff/ana"));
    }

    private static DemoScene end() {
        return new DemoScene(
                "It is over: access is restored, the incident resolved, the post-mortem approved by a second person.",
                List.of(
                        "restore-access --incident demo-1 --access node-7 --outcome 'New keys handed out'"
                                + " --actor staff/ben",
                        "resolve --incident demo-1 --summary 'Stolen key replaced' --actor staff/ben",
                        "post-update --incident demo-1 --update u2 --status resolved"
                                + " --text 'The stolen key was replaced.' --actor staff/ana",
                        "post-mortem revise --incident demo-1 --title 'One key too many'"
                                + " --body 'A key of a former client was never revoked. Keys now expire.'"
                                + " --change 'First draft' --actor staff/ana",
                        "post-mortem approve --incident demo-1 --revision 1 --actor staff/ben",
                        "post-mortem publish --incident demo-1 --actor staff/ana"));
    }

    private static DemoScene look(String view) {
        String narration = switch (view) {
            case "timeline" -> "What the public sees:";
            case "audit" -> "What an auditor sees:";
            default -> "How it came about, event by event:";
        };
        return new DemoScene(narration, List.of(view + " --incident demo-1"));
    }
}
