/** Tests of the channels. */
@NullMarked
package org.incidentledger.channels;

import org.jspecify.annotations.NullMarked;
