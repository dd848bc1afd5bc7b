/** Everything that the public site gives out, by path: what a server answers and what is exported as files. */
@NullMarked
package org.incidentledger.web.content;

import org.jspecify.annotations.NullMarked;
