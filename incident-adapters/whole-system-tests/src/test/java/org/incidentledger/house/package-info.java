/** The rules of the house: each is a test, and each is shown to fail on something that breaks it. */
@NullMarked
package org.incidentledger.house;

import org.jspecify.annotations.NullMarked;
