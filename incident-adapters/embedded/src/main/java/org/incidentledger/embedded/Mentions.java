package org.incidentledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.PlainValue;

/**
 * Recognizes texts that name a subject, such as messages that wait to be sent to somebody who is about to be erased: by the reference,
 * by a mail address that is sealed about it, or by the whole of a sealed text. It gives nothing of this away.
 */
public final class Mentions {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+%'-]{1,64}@[\\w.-]*\\w");
    private static final Pattern IN_BRACKETS = Pattern.compile("<[^>]*>");

    /** A shorter text, such as "yes", is in messages to anybody. */
    private static final int TEXT_MIN = 8;

    private final List<Pattern> patterns = new ArrayList<>();

    private final int unread;

    /** @param unread how many values about the subject cannot be opened, because their key is lost */
    Mentions(ActorRef subject, List<PlainValue> values, int unread) {
        this.unread = unread;
        add(subject.value());
        for (PlainValue value : values) {
            Matcher addresses = ADDRESS.matcher(value.text());
            while (addresses.find()) {
                add(addresses.group());
            }
            addText(value.text());
            addText(IN_BRACKETS.matcher(value.text()).replaceAll(""));
        }
    }

    private void addText(String text) {
        String words = text.strip();
        if (words.length() >= TEXT_MIN) {
            add(words);
        }
    }

    /** Not as a part of something longer: {@code client/1} is not {@code client/12}. */
    private void add(String words) {
        patterns.add(Pattern.compile(
                "(?<![\\w/+-])" + Pattern.quote(words) + "(?![\\w-]|[.][\\w])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** Whether the text names the subject. */
    public boolean in(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** How many values cannot be opened any more: a text that says only what they say is not recognized. */
    public int unread() {
        return unread;
    }

    @Override
    public String toString() {
        return "what names a subject, in %d ways".formatted(patterns.size());
    }
}
