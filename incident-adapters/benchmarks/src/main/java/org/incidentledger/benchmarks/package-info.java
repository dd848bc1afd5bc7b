/** Compares the ledger with what a service would use instead, in one run on one machine. */
@NullMarked
package org.incidentledger.benchmarks;

import org.jspecify.annotations.NullMarked;
