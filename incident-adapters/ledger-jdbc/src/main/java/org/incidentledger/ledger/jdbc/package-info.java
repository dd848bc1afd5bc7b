/** The durable ledger on a relational database: one sequencer writes, everybody reads. */
@NullMarked
package org.incidentledger.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
