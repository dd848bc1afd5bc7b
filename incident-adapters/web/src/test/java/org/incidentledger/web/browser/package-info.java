/** The site in a real browser. */
@NullMarked
package org.incidentledger.web.browser;

import org.jspecify.annotations.NullMarked;
