/** A real PostgreSQL for tests: started once for each process, with a fresh database for each test. */
@NullMarked
package org.incidentledger.contracts.postgres;

import org.jspecify.annotations.NullMarked;
