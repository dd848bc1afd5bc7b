/** The commands for auditors: verify, export, prove, and the checks that need nothing but files and a key. */
@NullMarked
package org.incidentledger.cli.proof;

import org.jspecify.annotations.NullMarked;
