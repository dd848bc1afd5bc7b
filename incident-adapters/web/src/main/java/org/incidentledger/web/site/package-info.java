/** What the public site shows at a position of the ledger, kept so that no page has to read all of history. */
@NullMarked
package org.incidentledger.web.site;

import org.jspecify.annotations.NullMarked;
