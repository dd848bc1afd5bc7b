/** Tests of witnesses: forks, cut-back logs, crashes, and clients and servers that behave badly. */
@NullMarked
package org.incidentledger.witness;

import org.jspecify.annotations.NullMarked;
