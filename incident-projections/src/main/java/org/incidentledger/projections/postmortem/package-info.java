/** Every revision of the post-mortems, which are internal until they are published. */
@NullMarked
package org.incidentledger.projections.postmortem;

import org.jspecify.annotations.NullMarked;
