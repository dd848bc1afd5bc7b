/** The written form of identifiers and enumerations: how a word of the domain is spelled in events, commands and files. */
@NullMarked
package org.incidentledger.core.vocabulary;

import org.jspecify.annotations.NullMarked;
