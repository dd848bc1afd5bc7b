/** The options that commands about public texts share, of incidents and of maintenance. */
@NullMarked
package org.incidentledger.cli.publication;

import org.jspecify.annotations.NullMarked;
