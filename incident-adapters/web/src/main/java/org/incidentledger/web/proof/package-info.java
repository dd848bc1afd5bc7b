/** What lets anybody check the site: the checkpoint, tiles, proofs, and the entries behind what is public. */
@NullMarked
package org.incidentledger.web.proof;

import org.jspecify.annotations.NullMarked;
