/** How fast the site is on a large ledger: started by hand, never by a test. */
@NullMarked
package org.incidentledger.web.load;

import org.jspecify.annotations.NullMarked;
