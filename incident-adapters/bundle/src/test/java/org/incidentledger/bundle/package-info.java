/** Tests of bundles. */
@NullMarked
package org.incidentledger.bundle;

import org.jspecify.annotations.NullMarked;
