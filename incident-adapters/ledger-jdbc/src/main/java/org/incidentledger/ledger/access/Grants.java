package org.incidentledger.ledger.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.incidentledger.core.access.Role;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/** What an access file grants. Safe for use by many threads. */
final class Grants {
    private static final int REMEMBERED_MAX = 10_000;

    private final List<Grant> all;
    private final ConcurrentMap<ActorRef, Set<Role>> remembered = new ConcurrentHashMap<>();

    private Grants(List<Grant> all) {
        this.all = List.copyOf(all);
    }

    /** @throws InvalidValueException naming the file, the line, what is wrong there and what to write */
    static Grants parse(Path file, String text) {
        List<Grant> grants = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                grants.add(grant(file, number, line.strip()));
            }
        }
        return new Grants(grants);
    }

    private static Grant grant(Path file, int number, String line) {
        try {
            String[] words = line.split("\\s+", -1);
            if (words.length != 3 || !words[0].equals("grant")) {
                throw new InvalidValueException(
                        "'%s' grants nothing; write: grant ROLE ACTOR".formatted(Quoted.shorten(line)));
            }
            return new Grant(Role.parse(words[1]), words[2]);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("%s, line %d: %s".formatted(file, number, e.getMessage()));
        }
    }

    List<Grant> all() {
        return all;
    }

    Set<Role> of(ActorRef actor) {
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(actor, this::find);
    }

    private Set<Role> find(ActorRef actor) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        all.stream().filter(grant -> grant.isTo(actor)).map(Grant::role).forEach(roles::add);
        return Collections.unmodifiableSet(roles);
    }
}
