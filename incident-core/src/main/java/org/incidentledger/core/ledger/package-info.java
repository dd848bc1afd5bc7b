/** The ledger port: entries with dense positions, appended once and never changed. */
@NullMarked
package org.incidentledger.core.ledger;

import org.jspecify.annotations.NullMarked;
