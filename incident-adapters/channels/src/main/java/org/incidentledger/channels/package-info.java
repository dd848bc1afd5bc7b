/** The ways in which news of an incident reaches people; so far a folder of drafts that somebody sends. */
@NullMarked
package org.incidentledger.channels;

import org.jspecify.annotations.NullMarked;
