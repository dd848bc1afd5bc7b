package org.incidentledger.ledger.jdbc;

import org.incidentledger.core.ledger.LedgerHead;
import org.jspecify.annotations.Nullable;

/**
 * What a group begins with, under the lock of the head.
 *
 * @param found what was looked up for all of its appends at once; absent where each is looked up when it is admitted
 */
record GroupStart(LedgerHead head, GroupLookups.@Nullable Found found) {}
