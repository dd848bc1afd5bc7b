/** Tests of what keeps the signing key. */
@NullMarked
package org.incidentledger.ledger.notary;

import org.jspecify.annotations.NullMarked;
