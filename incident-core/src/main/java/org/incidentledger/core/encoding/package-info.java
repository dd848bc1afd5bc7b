/** Turns events into the bytes of ledger entries and back: stable names, strict reading, upcasters for old revisions. */
@NullMarked
package org.incidentledger.core.encoding;

import org.jspecify.annotations.NullMarked;
