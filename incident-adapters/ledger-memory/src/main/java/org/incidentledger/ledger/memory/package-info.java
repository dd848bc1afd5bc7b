/** The reference ledger: everything a ledger promises except that it outlives the process. */
@NullMarked
package org.incidentledger.ledger.memory;

import org.jspecify.annotations.NullMarked;
