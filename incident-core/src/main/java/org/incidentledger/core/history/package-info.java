/** Recorded events in the order of the ledger, typed, as projections fold them. */
@NullMarked
package org.incidentledger.core.history;

import org.jspecify.annotations.NullMarked;
