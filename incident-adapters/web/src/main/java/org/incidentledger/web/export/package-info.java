/** The public site as files that any server of files can give out, made anew only where something changed. */
@NullMarked
package org.incidentledger.web.export;

import org.jspecify.annotations.NullMarked;
