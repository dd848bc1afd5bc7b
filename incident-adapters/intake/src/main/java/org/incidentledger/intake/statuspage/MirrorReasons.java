package org.incidentledger.intake.statuspage;

/** What a mirror gives as its reason. */
final class MirrorReasons {
    static final String TEXT_CHANGED = "text changed at the source";
    static final String WINDOW_CHANGED = "window changed at the source";

    private MirrorReasons() {}
}
