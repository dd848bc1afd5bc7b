package org.incidentledger.witness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.incidentledger.core.tlog.KeyType;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.tlog.VerifierKey;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * The logs that a witness cosigns for, and the keys of each: read from a small text file.
 *
 * <p>A line is {@code log VKEY} or {@code log VKEY ORIGIN}; without an origin it is the key's name. An origin may have
 * several lines, one for each key that may sign for it. Empty lines and those that start with {@code #} mean nothing.
 */
public final class KnownLogs {

    private static final String LOG = "log ";
    private static final int MAX_KEYS_OF_A_LOG = 20;

    private final Map<String, List<VerifierKey>> keys;

    private KnownLogs(Map<String, List<VerifierKey>> keys) {
        this.keys = keys;
    }

    /**
     * Reads the text of the file.
     *
     * @throws InvalidValueException naming the line that does not follow the format
     */
    public static KnownLogs parse(String text) {
        Map<String, List<VerifierKey>> keys = new LinkedHashMap<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).isEmpty() && !lines.get(line).startsWith("#")) {
                add(keys, lines.get(line), line + 1);
            }
        }
        return new KnownLogs(keys);
    }

    private static void add(Map<String, List<VerifierKey>> keys, String line, int number) {
        if (!line.startsWith(LOG)) {
            throw wrong(line, number, "a line is 'log VKEY' or 'log VKEY ORIGIN'");
        }
        String[] words = line.substring(LOG.length()).strip().split(" ", 2);
        VerifierKey key = key(words[0], line, number);
        List<VerifierKey> ofLog =
                keys.computeIfAbsent(words.length == 1 ? key.name() : words[1].strip(), origin -> new ArrayList<>());
        boolean known =
                ofLog.stream().anyMatch(other -> other.name().equals(key.name()) && other.keyId() == key.keyId());
        if (known || ofLog.size() == MAX_KEYS_OF_A_LOG) {
            throw wrong(line, number, "a log has at most %d keys, each once".formatted(MAX_KEYS_OF_A_LOG));
        }
        ofLog.add(key);
    }

    private static VerifierKey key(String vkey, String line, int number) {
        try {
            VerifierKey key = VerifierKey.parse(vkey);
            if (key.type() != KeyType.ED25519) {
                throw wrong(line, number, "the key is a witness's; take the log's own, as in its ledger.vkey");
            }
            return key;
        } catch (TlogException.Malformed e) {
            throw wrong(line, number, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidValueException wrong(String line, int number, String rule) {
        return new InvalidValueException(
                "logs of a witness, line %d: found '%s'; %s".formatted(number, Quoted.shorten(line), rule));
    }

    /** The origins of all of them. */
    public Set<String> origins() {
        return keys.keySet();
    }

    /** The keys that may sign for a log; none when it is not known. */
    List<VerifierKey> keysOf(String origin) {
        return keys.getOrDefault(origin, List.of());
    }
}
