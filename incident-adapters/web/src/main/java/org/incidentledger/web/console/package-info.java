/** What auditors may see: the audit trail, the site at any moment, entries with their proofs, and all of it as files. */
@NullMarked
package org.incidentledger.web.console;

import org.jspecify.annotations.NullMarked;
