/** Commands that publish the ledger: as a server and as files. */
@NullMarked
package org.incidentledger.cli.site;

import org.jspecify.annotations.NullMarked;
