/** Tests of time-stamps against authorities on this machine. */
@NullMarked
package org.incidentledger.timestamp;

import org.jspecify.annotations.NullMarked;
