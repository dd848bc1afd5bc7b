/** Who may do what: roles, the actions that they allow, and the policy that says which roles an actor has. */
@NullMarked
package org.incidentledger.core.access;

import org.jspecify.annotations.NullMarked;
