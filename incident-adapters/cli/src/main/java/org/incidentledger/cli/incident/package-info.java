/** The commands that take one incident through its life. */
@NullMarked
package org.incidentledger.cli.incident;

import org.jspecify.annotations.NullMarked;
