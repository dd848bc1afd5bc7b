/** A subject: whom personal values are about, what is described of them, and the record of openings and of erasure. */
@NullMarked
package org.incidentledger.core.subject;

import org.jspecify.annotations.NullMarked;
