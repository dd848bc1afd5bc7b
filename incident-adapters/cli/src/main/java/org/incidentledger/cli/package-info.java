/** The command {@code incident}: its start, its commands, and how every failure ends. */
@NullMarked
package org.incidentledger.cli;

import org.jspecify.annotations.NullMarked;
