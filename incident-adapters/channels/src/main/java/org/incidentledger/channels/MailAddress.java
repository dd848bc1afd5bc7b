package org.incidentledger.channels;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;

/**
 * The address of one mailbox, such as {@code noc@example.org}, without a display name. It is personal: it belongs on the
 * envelope of a message and never into the ledger.
 */
public record MailAddress(String value) {
    /** The longest address that a mail server must take. */
    public static final int MAX_LENGTH = 254;

    /** @throws InvalidValueException unless the value is one mailbox with a domain, in printable ASCII */
    public MailAddress {
        if (value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 127) || !isMailbox(value)) {
            throw new InvalidValueException(
                    "'%s' is no mail address; use one mailbox such as noc@example.org, at most %d characters"
                            .formatted(Quoted.shorten(value), MAX_LENGTH));
        }
    }

    private static boolean isMailbox(String value) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(value, true);
            if (parsed.length != 1 || parsed[0].isGroup() || parsed[0].getPersonal() != null) {
                return false;
            }
            parsed[0].validate();
            return value.equals(parsed[0].getAddress()) && value.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
