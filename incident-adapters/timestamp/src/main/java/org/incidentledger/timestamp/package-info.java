/** Time-stamps of checkpoints by an authority of RFC 3161: asking for them, and checking them without a network. */
@NullMarked
package org.incidentledger.timestamp;

import org.jspecify.annotations.NullMarked;
