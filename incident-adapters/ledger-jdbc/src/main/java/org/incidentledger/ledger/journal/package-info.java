/** A file beside an embedded database in which every group of appends is forced to disk before it is acknowledged. */
@NullMarked
package org.incidentledger.ledger.journal;

import org.jspecify.annotations.NullMarked;
