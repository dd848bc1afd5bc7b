/** Tests of the journal. */
@NullMarked
package org.incidentledger.ledger.journal;

import org.jspecify.annotations.NullMarked;
