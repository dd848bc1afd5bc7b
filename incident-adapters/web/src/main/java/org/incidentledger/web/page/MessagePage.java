package org.incidentledger.web.page;

/** A page that says one thing. Its links are absolute: it is shown at whatever path was asked for. */
record MessagePage(Frame frame, Message message) {
    static MessagePage of(Message message, SiteFacts facts) {
        return new MessagePage(
                new Frame("/", message.title(), "", facts.name(), facts.url(), facts.options(), facts.asOf()), message);
    }
}
