/** What the public may see of incidents and maintenance, with every correction and retraction shown as such. */
@NullMarked
package org.incidentledger.projections.timeline;

import org.jspecify.annotations.NullMarked;
