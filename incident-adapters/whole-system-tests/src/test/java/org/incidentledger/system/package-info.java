/** What only the whole can show: the README's example, and what is left after a process was killed. */
@NullMarked
package org.incidentledger.system;

import org.jspecify.annotations.NullMarked;
