package org.incidentledger.core.axon;

import java.util.concurrent.Executor;
import org.axonframework.common.transaction.TransactionManager;

/**
 * How snapshots of aggregates are taken.
 *
 * @param everyEvents how many events an aggregate gets, or is found to have, between two of them
 * @param executor takes them: never the caller of a command
 * @param transactions around each
 */
public record Snapshotting(int everyEvents, Executor executor, TransactionManager transactions) {}
