/** The transparency log: its Merkle tree, tiles, proofs and signed checkpoints, and verifiers that anyone can run. */
@NullMarked
package org.incidentledger.core.tlog;

import org.jspecify.annotations.NullMarked;
