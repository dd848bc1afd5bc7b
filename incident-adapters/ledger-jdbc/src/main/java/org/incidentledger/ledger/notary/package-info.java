/** The signing key of a ledger and the last checkpoint it signed, in files outside of the ledger's database. */
@NullMarked
package org.incidentledger.ledger.notary;

import org.jspecify.annotations.NullMarked;
