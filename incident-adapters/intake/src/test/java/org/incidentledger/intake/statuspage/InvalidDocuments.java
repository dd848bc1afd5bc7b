package org.incidentledger.intake.statuspage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every line about a document that cannot be understood is like. */
final class InvalidDocuments {
    private InvalidDocuments() {}

    static void assertInvalid(ThrowingCallable reading, String... parts) {
        assertThatThrownBy(reading)
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContainingAll(parts)
                .message()
                .hasLineCount(1);
    }
}
