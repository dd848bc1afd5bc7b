/** Files of a ledger that lie beside its database: who may read them, and what it means when they cannot be written. */
@NullMarked
package org.incidentledger.ledger.files;

import org.jspecify.annotations.NullMarked;
