/** How long it took to detect, acknowledge, contain, resolve and tell the public. */
@NullMarked
package org.incidentledger.projections.measures;

import org.jspecify.annotations.NullMarked;
