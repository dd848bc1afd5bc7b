/** The commands that say who may do what, and give access tokens. */
@NullMarked
package org.incidentledger.cli.access;

import org.jspecify.annotations.NullMarked;
