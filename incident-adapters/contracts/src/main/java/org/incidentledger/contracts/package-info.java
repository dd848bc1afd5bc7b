/** What every adapter of a port must do, as tests that it inherits, and what such tests are made of. */
@NullMarked
package org.incidentledger.contracts;

import org.jspecify.annotations.NullMarked;
