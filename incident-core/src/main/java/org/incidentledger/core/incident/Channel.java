package org.incidentledger.core.incident;

/** A way by which a notification travels. */
public enum Channel {
    MAIL,
    WEBSITE,
    DISCORD,
    SLACK,
    X,
    REDDIT,
    MASTODON,
    WEBHOOK
}
