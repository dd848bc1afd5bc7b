/** Commands about sealed values: who is behind a reference, opening, disclosure, access by the subject, erasure and its keys. */
@NullMarked
package org.incidentledger.cli.privacy;

import org.jspecify.annotations.NullMarked;
