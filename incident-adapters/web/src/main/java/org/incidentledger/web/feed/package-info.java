/** What machines read of the public site: the Statuspage API v2, feeds, a calendar, and what changed since a position. */
@NullMarked
package org.incidentledger.web.feed;

import org.jspecify.annotations.NullMarked;
