package org.incidentledger.core.encoding;

import java.util.List;
import java.util.Random;

/** What JSON is made of, and what some take for JSON: put somewhere by chance, it seldom leaves the text as valid as it was. */
final class JsonTokens {
    private static final List<String> ALL = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-",
            ".",
            "e",
            "0",
            "1",
            "1e400",
            "NaN",
            "{}",
            "\"a\":1,",
            "\"v\":1,",
            "99999999999999999999999999",
            "\\",
            "\\u0000",
            "\\ud83d",
            "\u0000",
            "\u0001",
            "\ud83d",
            "é",
            "/*x*/",
            " ",
            "\n",
            "'");

    private JsonTokens() {}

    static String any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
