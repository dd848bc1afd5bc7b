/** Who has which role, and the access tokens, in files that only the owner of the ledger may read. */
@NullMarked
package org.incidentledger.ledger.access;

import org.jspecify.annotations.NullMarked;
