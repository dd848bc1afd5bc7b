package org.incidentledger.core.publication;

/** What is public of one update now: its latest text, and whether it was taken back. */
public record PublicUpdate(String text, boolean retracted) {}
