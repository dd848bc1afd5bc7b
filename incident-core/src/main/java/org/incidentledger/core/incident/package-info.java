/** What may happen to an incident: its commands, its events, and the rules that turn the one into the other. */
@NullMarked
package org.incidentledger.core.incident;

import org.jspecify.annotations.NullMarked;
