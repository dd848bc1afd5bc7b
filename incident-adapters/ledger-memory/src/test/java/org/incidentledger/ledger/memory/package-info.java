/** The contracts, held against the reference ledger. */
@NullMarked
package org.incidentledger.ledger.memory;

import org.jspecify.annotations.NullMarked;
