/** Tests of the command line. */
@NullMarked
package org.incidentledger.cli;

import org.jspecify.annotations.NullMarked;
