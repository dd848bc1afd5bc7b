/** The contracts held against H2, and everything that can go wrong beneath. */
@NullMarked
package org.incidentledger.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
