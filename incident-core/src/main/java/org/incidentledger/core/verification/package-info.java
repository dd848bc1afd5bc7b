/** Verifies a whole ledger or a copy of one: entries, tree, tiles and every signed checkpoint, in bounded memory. */
@NullMarked
package org.incidentledger.core.verification;

import org.jspecify.annotations.NullMarked;
