package org.incidentledger.cli.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.incidentledger.cli.invocation.Failure;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.web.page.SiteOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be chosen of the site, served or as files. */
public final class SiteChoices {
    @Option(
            names = "--site-address",
            paramLabel = "URL",
            description = "Where the public finds the site, such as https://status.example.org; feeds link there.")
    @Nullable
    String address;

    @Option(names = "--tickets", paramLabel = "URL", description = "Where clients open a ticket.")
    @Nullable
    String tickets;

    @Option(
            names = "--security-contact",
            paramLabel = "URI",
            description = "Contact for security.txt, such as mailto:security@example.org; may be given several times.")
    List<String> contacts = List.of();

    @Option(
            names = "--public-entries",
            description = "Let everybody read the entries behind what is public, with the pseudonyms of whoever acted.")
    boolean publicEntries;

    /** @throws Failure when an address is none */
    SiteOptions options() {
        try {
            return new SiteOptions(
                    uri("--site-address", address),
                    uri("--tickets", tickets),
                    contacts.stream()
                            .map(contact -> parsed("--security-contact", contact))
                            .toList(),
                    publicEntries,
                    SiteOptions.Medium.SERVER);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable URI uri(String option, @Nullable String text) {
        return text == null ? null : parsed(option, text.replaceAll("/+$", ""));
    }

    private static URI parsed(String option, String text) {
        try {
            URI uri = new URI(text);
            if (uri.getScheme() == null) {
                throw Failure.badInput("%s '%s' has no scheme; write it with one, such as https://"
                        .formatted(option, Quoted.shorten(text)));
            }
            return uri;
        } catch (URISyntaxException e) {
            throw Failure.badInput("%s '%s' is no address".formatted(option, Quoted.shorten(text)), e);
        }
    }
}
