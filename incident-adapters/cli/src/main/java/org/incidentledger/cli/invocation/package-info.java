/** What every command of the command line shares: its options, its surroundings, its answers and its errors. */
@NullMarked
package org.incidentledger.cli.invocation;

import org.jspecify.annotations.NullMarked;
