package org.incidentledger.channels;

/** Carries notifications to people. Safe for use by many threads. */
public interface NotificationChannel {
    /**
     * Delivers a notification. Delivering the same notification again is harmless: nobody gets it twice.
     *
     * @return what became of it; a failure is a report too, never an exception
     */
    DeliveryReport deliver(Notification notification);
}
