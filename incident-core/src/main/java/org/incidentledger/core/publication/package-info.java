/** Texts that were shown to the public, which are corrected and retracted but never edited. */
@NullMarked
package org.incidentledger.core.publication;

import org.jspecify.annotations.NullMarked;
