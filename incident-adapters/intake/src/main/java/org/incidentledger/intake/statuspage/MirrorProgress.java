package org.incidentledger.intake.statuspage;

/** Is told how far a mirror is, by the thread that runs it. */
@FunctionalInterface
public interface MirrorProgress {
    /** Tells nobody. */
    MirrorProgress SILENT = (done, total) -> {};

    /**
     * Called before the first step and after each.
     *
     * @param done steps that are done
     * @param total steps of this run; it may change when others write to the same incidents meanwhile
     */
    void at(int done, int total);
}
