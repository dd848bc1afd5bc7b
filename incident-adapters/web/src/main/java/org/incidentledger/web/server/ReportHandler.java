package org.incidentledger.web.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.incidentledger.web.page.Message;
import org.incidentledger.web.page.SitePages;
import org.incidentledger.web.report.FollowUp;
import org.incidentledger.web.report.Report;
import org.incidentledger.web.report.ReportDesk;
import org.incidentledger.web.site.PublicSite;

/** Takes reports of strangers, and tells them by their reference how far it has come. */
final class ReportHandler extends Handler.Abstract.NonBlocking {
    private static final Pattern FOLLOWED = Pattern.compile("/report/(r-[0-9a-z]{26})/");
    private static final int PER_CLIENT_AND_HOUR = 10;
    private static final int TOGETHER_PER_HOUR = 300;

    private final Supplier<PublicSite> site;
    private final SitePages pages;
    private final ReportDesk desk;
    private final ExecutorService threads;
    private final RateLimit perClient = new RateLimit(PER_CLIENT_AND_HOUR, Duration.ofHours(1), System::nanoTime);
    private final RateLimit together = new RateLimit(TOGETHER_PER_HOUR, Duration.ofHours(1), System::nanoTime);

    ReportHandler(Supplier<PublicSite> site, SitePages pages, ReportDesk desk, ExecutorService threads) {
        this.site = site;
        this.pages = pages;
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.startsWith("/report/")) {
            return false;
        }
        SafetyHeaders.add(response.getHeaders(), request.isSecure());
        Exchange exchange = new Exchange(request, response, callback);
        threads.execute(() -> {
            try {
                answer(exchange);
            } catch (RuntimeException e) {
                exchange.html(500, pages.message(site.get(), Message.FAILED));
            }
        });
        return true;
    }

    private void answer(Exchange exchange) {
        Matcher followed = FOLLOWED.matcher(exchange.path());
        if (exchange.path().equals("/report/") && exchange.isPost()) {
            take(exchange);
        } else if (!exchange.isRead()) {
            exchange.text(405, "use GET");
        } else if (exchange.path().equals("/report/")) {
            exchange.html(200, form(Report.EMPTY));
        } else if (followed.matches()) {
            follow(followed.group(1), exchange);
        } else {
            exchange.html(404, pages.message(site.get(), Message.NOT_FOUND));
        }
    }

    private void take(Exchange exchange) {
        if (!exchange.isFromHere()) {
            exchange.text(403, "send the form from its own page");
            return;
        }
        String client = RateLimit.client(exchange.request());
        if (!perClient.grants(client) || !together.grants("")) {
            exchange.header("Retry-After", "3600");
            exchange.html(429, pages.message(site.get(), Message.TOO_OFTEN));
            return;
        }
        Optional<Fields> form = exchange.form();
        if (form.isEmpty()) {
            return;
        }
        Report report = Report.of(
                value(form.get(), "kind"),
                value(form.get(), "title"),
                value(form.get(), "text"),
                value(form.get(), "who"),
                value(form.get(), "contact"));
        if (report.complaint() != null) {
            exchange.html(422, form(report));
            return;
        }
        switch (desk.take(report)) {
            case ReportDesk.Answer.Taken taken -> exchange.redirect("/report/" + taken.reference() + "/");
            case ReportDesk.Answer.Refused refused -> exchange.html(422, form(report.complain(refused.message())));
        }
    }

    private String form(Report report) {
        return pages.report(site.get(), report, desk.takesContact());
    }

    private void follow(String reference, Exchange exchange) {
        Optional<FollowUp> found = desk.follow(reference);
        if (found.isPresent()) {
            exchange.html(200, pages.followUp(site.get(), found.get()));
        } else {
            exchange.html(404, pages.message(site.get(), Message.NOT_FOUND));
        }
    }

    private static String value(Fields form, String name) {
        String value = form.getValue(name);
        return value == null ? "" : value;
    }
}
