/** The commands that announce maintenance and carry it out. */
@NullMarked
package org.incidentledger.cli.maintenance;

import org.jspecify.annotations.NullMarked;
