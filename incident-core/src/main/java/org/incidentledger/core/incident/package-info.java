/** The incident: its commands, its events, its state and the rules that decide between them. */
@NullMarked
package org.incidentledger.core.incident;

import org.jspecify.annotations.NullMarked;
