/** What every command carries and what every decider answers: accepted with events, or refused by a rule. */
@NullMarked
package org.incidentledger.core.decision;

import org.jspecify.annotations.NullMarked;
