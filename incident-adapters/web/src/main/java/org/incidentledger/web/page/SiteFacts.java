package org.incidentledger.web.page;

import java.util.Locale;
import org.incidentledger.projections.status.Page;
import org.incidentledger.web.site.PublicSite;
import org.jspecify.annotations.Nullable;

/** What every page says of the site as a whole. */
record SiteFacts(
        String name,
        @Nullable String url,
        SiteOptions options,
        @Nullable AsOf asOf) {
    static SiteFacts of(PublicSite site, SiteOptions options, @Nullable AsOf asOf) {
        Page page = site.report().page();
        return new SiteFacts(site.name(), page == null ? null : web(page.url()), options, asOf);
    }

    /** The address, if a browser may be sent there. */
    static @Nullable String web(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? url : null;
    }
}
