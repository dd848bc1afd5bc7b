package org.incidentledger.web.page;

/** Something to be said on a page of its own. */
public record Message(String title, String text) {
    /** There is no such page. */
    public static final Message NOT_FOUND = new Message(
            "Nothing here",
            "There is no page at this address. What was once public never goes away: look in the history.");

    /** Something failed that the reader cannot help. */
    public static final Message FAILED =
            new Message("That did not work", "Something failed on our side. Please try again in a moment.");

    /** Somebody asks more than anybody needs. */
    public static final Message TOO_OFTEN = new Message(
            "Too many at once", "There were many requests from your network. Please wait a little and try again.");
}
