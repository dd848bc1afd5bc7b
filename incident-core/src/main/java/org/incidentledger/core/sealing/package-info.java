/** References to personal or secret values whose plaintext never enters the ledger. */
@NullMarked
package org.incidentledger.core.sealing;

import org.jspecify.annotations.NullMarked;
