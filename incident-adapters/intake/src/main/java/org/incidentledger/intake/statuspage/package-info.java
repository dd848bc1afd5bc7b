/** Statuspage API v2 documents: a page's published history mirrored into the ledger, and a page given back from views. */
@NullMarked
package org.incidentledger.intake.statuspage;

import org.jspecify.annotations.NullMarked;
