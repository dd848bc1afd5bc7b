package org.incidentledger.web.report;

import org.incidentledger.core.incident.IncidentKind;
import org.incidentledger.core.incident.ReportSource;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports, as it was typed.
 *
 * @param kind a word of those that the form offers
 * @param who {@code client} or {@code researcher}
 * @param contact how they can be reached; personal, so it is in no entry but sealed. Empty when they said none
 * @param complaint why it cannot be taken, for whoever typed it
 */
public record Report(
        String kind,
        String title,
        String text,
        String who,
        String contact,
        @Nullable String complaint) {
    /** The longest title, in characters. */
    public static final int TITLE_MAX = 150;

    /** The longest text, in characters. */
    public static final int TEXT_MAX = 10_000;

    /** The longest contact, in characters. */
    public static final int CONTACT_MAX = 300;

    /** Nothing typed yet. */
    public static final Report EMPTY = new Report("", "", "", "client", "", null);

    /** What was typed, checked. */
    public static Report of(String kind, String title, String text, String who, String contact) {
        Report typed = new Report(kind, title.strip(), text.strip().replace("\r\n", "\n"), who, contact.strip(), null);
        return typed.complain(typed.wrong());
    }

    /** The same with what is wrong about it. */
    public Report complain(@Nullable String message) {
        return new Report(kind, title, text, who, contact, message);
    }

    IncidentKind incidentKind() {
        return switch (kind) {
            case "vulnerability" -> IncidentKind.VULNERABILITY;
            case "abuse" -> IncidentKind.ABUSE;
            case "availability" -> IncidentKind.AVAILABILITY;
            default -> IncidentKind.SECURITY_EVENT;
        };
    }

    ReportSource source() {
        return who.equals("researcher") ? ReportSource.RESEARCHER : ReportSource.CLIENT;
    }

    private @Nullable String wrong() {
        if (title.isEmpty() || text.isEmpty()) {
            return "Please say in one line what it is about, and below what you saw.";
        }
        if (title.length() > TITLE_MAX) {
            return "The first line has %,d characters, the limit is %,d.".formatted(title.length(), TITLE_MAX);
        }
        if (text.length() > TEXT_MAX) {
            return "The text has %,d characters, the limit is %,d.".formatted(text.length(), TEXT_MAX);
        }
        if (contact.length() > CONTACT_MAX) {
            return "The contact has %,d characters, the limit is %,d.".formatted(contact.length(), CONTACT_MAX);
        }
        return null;
    }

    /** What was typed is nobody else's: not what it says, nor who said it. */
    @Override
    public String toString() {
        return "a report of " + incidentKind();
    }
}
