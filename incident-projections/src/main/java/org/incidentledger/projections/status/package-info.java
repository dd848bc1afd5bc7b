/** What the status page says of components: their state now, and their uptime for each day. */
@NullMarked
package org.incidentledger.projections.status;

import org.jspecify.annotations.NullMarked;
