/** A ledger as a folder of files, laid out as C2SP tlog-tiles has it: written, opened, and verified with nothing else. */
@NullMarked
package org.incidentledger.bundle;

import org.jspecify.annotations.NullMarked;
