/** Scheduled work on components, from its announcement to its completion or cancellation. */
@NullMarked
package org.incidentledger.core.maintenance;

import org.jspecify.annotations.NullMarked;
