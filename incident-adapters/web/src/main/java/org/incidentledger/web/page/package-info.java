/** The pages of the public site, each a pure function of the site at a position: models, templates and what turns them into HTML. */
@NullMarked
package org.incidentledger.web.page;

import org.jspecify.annotations.NullMarked;
