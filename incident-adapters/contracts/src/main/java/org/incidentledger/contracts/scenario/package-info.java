/** Random but repeatable stretches of a ledger's life: commands on several aggregates with what becomes of each. */
@NullMarked
package org.incidentledger.contracts.scenario;

import org.jspecify.annotations.NullMarked;
