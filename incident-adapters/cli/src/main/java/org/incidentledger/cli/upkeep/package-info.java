/** The commands that fill a ledger from elsewhere, make its views anew, and fit the command into a shell. */
@NullMarked
package org.incidentledger.cli.upkeep;

import org.jspecify.annotations.NullMarked;
