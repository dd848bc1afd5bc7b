/** What the tests of the web share: a ledger with one of everything, and a client. */
@NullMarked
package org.incidentledger.web;

import org.jspecify.annotations.NullMarked;
