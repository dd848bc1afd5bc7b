package org.incidentledger.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pinned exceptions to a size limit. The list only goes down: an exception that grew, that could be lower, or that
 * is not needed any more is a finding, and so is anything over the limit that is not listed.
 */
record Ratchet(String resource, Map<String, Integer> allowed) {

    /** Reads lines of {@code name = size}; lines that start with # are comments. */
    static Ratchet read(String resource) {
        Map<String, Integer> allowed = new TreeMap<>();
        for (String line : PinnedList.read(resource)) {
            int equals = line.lastIndexOf('=');
            allowed.put(
                    line.substring(0, equals).strip(),
                    Integer.parseInt(line.substring(equals + 1).strip()));
        }
        return new Ratchet(resource, allowed);
    }

    List<String> findings(Map<String, Integer> overLimit) {
        List<String> findings = new ArrayList<>();
        overLimit.forEach((name, size) -> {
            Integer pinned = allowed.get(name);
            if (pinned == null) {
                findings.add(name + " has " + size + " lines: split it");
            } else if (size > pinned) {
                findings.add(name + " grew from " + pinned + " to " + size + " lines: split it");
            } else if (size < pinned) {
                findings.add(name + " shrank to " + size + " lines: lower its entry in " + resource);
            }
        });
        allowed.keySet().stream()
                .filter(name -> !overLimit.containsKey(name))
                .forEach(name -> findings.add(name + " is within the limit: take its entry out of " + resource));
        return findings;
    }
}
