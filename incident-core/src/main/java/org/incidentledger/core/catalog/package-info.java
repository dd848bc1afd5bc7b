/** The components (nodes and services) that a status page shows. */
@NullMarked
package org.incidentledger.core.catalog;

import org.jspecify.annotations.NullMarked;
