/** The deciders as Axon aggregates; the only package of the core that knows Axon. */
@NullMarked
package org.incidentledger.core.axon;

import org.jspecify.annotations.NullMarked;
