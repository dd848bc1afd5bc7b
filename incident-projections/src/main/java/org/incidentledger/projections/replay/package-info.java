/** How views come from history: one pure fold serves live reading, rebuilding and replay as of any position. */
@NullMarked
package org.incidentledger.projections.replay;

import org.jspecify.annotations.NullMarked;
