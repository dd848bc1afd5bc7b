/** Who did what, when it was said and when it was recorded, for every entry of the ledger. */
@NullMarked
package org.incidentledger.projections.audit;

import org.jspecify.annotations.NullMarked;
