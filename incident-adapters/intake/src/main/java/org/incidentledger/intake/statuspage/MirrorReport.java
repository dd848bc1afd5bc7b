package org.incidentledger.intake.statuspage;

/**
 * What one run of a mirror did.
 *
 * @param incidents incidents that this run appended; likewise maintenances, updates and corrections
 * @param updates of incidents and of maintenances
 * @param corrections of texts and titles
 * @param seen what the documents tell of
 * @param missing updates that the ledger has from the source, but the source tells no more; they stay as they are
 * @param dismissed incidents of the source that were rejected or merged in the ledger, and are left alone
 * @param appended entries that this run appended
 * @param position of the last entry of the ledger afterwards; -1 when it is empty
 */
public record MirrorReport(
        int incidents,
        int maintenances,
        int updates,
        int corrections,
        Seen seen,
        int missing,
        int dismissed,
        int appended,
        long position) {

    /** What documents tell of, new or not. */
    public record Seen(int incidents, int maintenances, int updates) {
        static Seen in(StatuspageDocument document) {
            return new Seen(
                    document.incidents().size(),
                    document.scheduledMaintenances().size(),
                    document.incidents().stream()
                                    .mapToInt(incident ->
                                            incident.incidentUpdates().size())
                                    .sum()
                            + document.scheduledMaintenances().stream()
                                    .mapToInt(maintenance ->
                                            maintenance.incidentUpdates().size())
                                    .sum());
        }
    }
}
