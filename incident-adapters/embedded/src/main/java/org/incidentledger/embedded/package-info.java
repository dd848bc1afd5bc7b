/** The facade that a Java service embeds, and the wiring of Axon behind it. */
@NullMarked
package org.incidentledger.embedded;

import org.jspecify.annotations.NullMarked;
