/** The server: what strangers may ask of it, how often and how slowly, and what it answers from memory. */
@NullMarked
package org.incidentledger.web.server;

import org.jspecify.annotations.NullMarked;
