/** The commands about the components that the status page shows, and about the page itself. */
@NullMarked
package org.incidentledger.cli.catalog;

import org.jspecify.annotations.NullMarked;
