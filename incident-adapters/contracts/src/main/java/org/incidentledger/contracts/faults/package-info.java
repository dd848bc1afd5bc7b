/** Places at which storage can be made to fail or to wait, so that tests see what a caller is told then. */
@NullMarked
package org.incidentledger.contracts.faults;

import org.jspecify.annotations.NullMarked;
