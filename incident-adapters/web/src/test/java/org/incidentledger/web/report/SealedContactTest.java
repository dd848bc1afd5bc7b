package org.incidentledger.web.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.incidentledger.contracts.MemoryNotary;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.sealing.PlainValue;
import org.incidentledger.embedded.IncidentLedger;
import org.incidentledger.embedded.LedgerOptions;
import org.incidentledger.embedded.Outcome;
import org.incidentledger.web.Client;
import org.incidentledger.web.page.SiteOptions;
import org.incidentledger.web.server.ServerOptions;
import org.incidentledger.web.server.SiteServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a reporter can be reached is known to those who may open it, and to nobody and nothing else. */
class SealedContactTest {
    private static final String MARK = "zqx-marked-reporter";
    private static final String FORM = "kind=abuse&who=researcher&title=Scans&text=of+a+port&contact=" + MARK;

    @TempDir
    Path folder;

    private final List<String> notices = new CopyOnWriteArrayList<>();

    private SiteServer serve(IncidentLedger ledger) throws IOException {
        return SiteServer.start(
                ledger, SiteOptions.DEFAULT, ServerOptions.loopback(0), null, Clock.systemUTC(), notices::add);
    }

    private static HttpResponse<String> send(SiteServer server, Client client) {
        return client.post(
                "report/", FORM, "Origin", server.address().toString().replaceAll("/$", ""));
    }

    @Test
    void is_in_no_file_and_on_no_page_and_opens_for_those_who_may_until_it_is_erased() throws IOException {
        try (IncidentLedger ledger = IncidentLedger.open(folder);
                SiteServer server = serve(ledger);
                Client client = new Client(server.address())) {
            assertThat(client.get("report/").body()).contains("name=\"contact\"");
            String place = send(server, client).headers().firstValue("Location").orElseThrow();
            String reference = place.split("/", -1)[2];
            assertThat(client.get(place.substring(1)).body())
                    .contains(reference)
                    .doesNotContain(MARK);
            assertThat(client.get("").body()).doesNotContain(MARK, reference);
            assertThat(leaks()).isEmpty();

            ActorRef subject = new ActorRef("researcher/" + reference);
            var vault = ledger.as(new ActorRef("staff/ada")).vault();
            assertThat(vault.about(subject, "to ask back").values())
                    .singleElement()
                    .satisfies(held ->
                            assertThat(held.open()).extracting(PlainValue::text).isEqualTo(MARK));
            assertThat(vault.erase(subject, "R-1", "Art. 17").outcome()).isInstanceOf(Outcome.Accepted.class);
            assertThat(vault.about(subject, "again").values())
                    .singleElement()
                    .satisfies(held -> assertThat(held.open()).isNull());
        }
        assertThat(leaks()).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void is_not_taken_where_nothing_can_be_sealed() throws IOException {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:file:" + folder.resolve("plain"));
        try (IncidentLedger ledger =
                        IncidentLedger.open(database, LedgerOptions.defaults().withNotary(new MemoryNotary()));
                SiteServer server = serve(ledger);
                Client client = new Client(server.address())) {
            assertThat(client.get("report/").body())
                    .contains("No contact can be kept safely here")
                    .doesNotContain("name=\"contact\"");
            HttpResponse<String> refused = send(server, client);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).doesNotContain(MARK);
            assertThat(ledger.head().size()).isZero();
            assertThat(leaks()).isEmpty();
        }
        assertThat(leaks()).isEmpty();
    }

    private List<Path> leaks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(SealedContactTest::leaks)
                    .toList();
        }
    }

    private static boolean leaks(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
