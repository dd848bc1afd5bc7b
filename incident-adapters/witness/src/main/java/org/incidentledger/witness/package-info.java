/** Witnesses: the server that cosigns checkpoints of logs it knows, and the client that brings a ledger's to them. */
@NullMarked
package org.incidentledger.witness;

import org.jspecify.annotations.NullMarked;
