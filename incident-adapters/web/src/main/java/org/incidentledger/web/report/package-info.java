/** Reports of strangers: what they may say, what becomes of it, and how they follow it without an account. */
@NullMarked
package org.incidentledger.web.report;

import org.jspecify.annotations.NullMarked;
