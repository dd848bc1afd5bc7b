/** The stages of the statutory notification regimes that an incident can owe. */
@NullMarked
package org.incidentledger.core.obligation;

import org.jspecify.annotations.NullMarked;
