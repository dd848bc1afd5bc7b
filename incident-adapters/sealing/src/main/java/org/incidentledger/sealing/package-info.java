/** Encrypts sealed values with a key for each subject, and wraps those keys with one that is kept elsewhere. */
@NullMarked
package org.incidentledger.sealing;

import org.jspecify.annotations.NullMarked;
