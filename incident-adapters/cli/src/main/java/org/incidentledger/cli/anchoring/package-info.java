/** The commands that anchor a ledger elsewhere: at witnesses, and at authorities that time-stamp. */
@NullMarked
package org.incidentledger.cli.anchoring;

import org.jspecify.annotations.NullMarked;
