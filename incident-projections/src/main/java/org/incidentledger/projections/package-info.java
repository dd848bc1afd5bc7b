/** The views of an incident ledger, all of which can be deleted and rebuilt from it. */
@NullMarked
package org.incidentledger.projections;

import org.jspecify.annotations.NullMarked;
