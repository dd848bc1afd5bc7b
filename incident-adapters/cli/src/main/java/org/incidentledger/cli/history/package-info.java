/** The commands that show what the ledger says: as of now, of an instant or of a position. */
@NullMarked
package org.incidentledger.cli.history;

import org.jspecify.annotations.NullMarked;
