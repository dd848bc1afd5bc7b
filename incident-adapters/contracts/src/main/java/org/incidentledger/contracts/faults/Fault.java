package org.incidentledger.contracts.faults;

/**
 * How a step fails.
 *
 * @param takesEffect whether the step was carried out all the same: failed and stored, or failed and not stored
 * @param connectionLost whether the connection is gone after it
 * @param times how often, from the next time on
 */
public record Fault(Step step, boolean takesEffect, boolean connectionLost, int times) {
    /** The step fails once and has no effect; the connection goes on. */
    public static Fault before(Step step) {
        return new Fault(step, false, false, 1);
    }

    /** The step is carried out and its answer is an error; the connection goes on. */
    public static Fault after(Step step) {
        return new Fault(step, true, false, 1);
    }

    /** The same fault, and the connection is lost with it. */
    public Fault losingConnection() {
        return new Fault(step, takesEffect, true, times);
    }

    /** The same fault, several times in a row. */
    public Fault times(int count) {
        return new Fault(step, takesEffect, connectionLost, count);
    }
}
