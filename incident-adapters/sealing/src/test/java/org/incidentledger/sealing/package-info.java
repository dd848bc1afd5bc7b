/** Tests of sealing. */
@NullMarked
package org.incidentledger.sealing;

import org.jspecify.annotations.NullMarked;
