package org.incidentledger.web.page;

import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Texts of users as HTML that is safe to put on a page. Twice: the renderer lets no HTML of the text through, and what it makes goes
 * through a list of what is allowed: no script, no style, no image, links to the web and to mail only.
 */
final class Markdown {
    private static final int MAX_NESTED_BLOCKS = 20;
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.NONE)
            .maxOpenBlockParsers(MAX_NESTED_BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").build();
    private static final PolicyFactory SHORT = allowed("h4");
    private static final PolicyFactory LONG = allowed("h2");

    private Markdown() {}

    /** A short text, such as an update, as blocks of HTML below a heading of the third level. */
    static String html(String text) {
        return SHORT.sanitize(RENDERER.render(PARSER.parse(readable(text))));
    }

    /** A long text with headings of its own, such as a post-mortem, as blocks of HTML below a heading of the first level. */
    static String article(String text) {
        return LONG.sanitize(RENDERER.render(PARSER.parse(readable(text))));
    }

    /** @param highest the level of the highest heading of a text; those above it become one of it */
    private static PolicyFactory allowed(String highest) {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a")
                .allowElements(
                        (element, attributes) -> element.compareTo(highest) < 0 ? highest : element,
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6")
                .allowUrlProtocols("https", "http", "mailto")
                .allowAttributes("href")
                .onElements("a")
                .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
                .toFactory();
    }

    /** Without the characters that turn the direction of what follows, or that no document may have. */
    static String readable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(allowed(c) ? c : '\uFFFD'));
        return out.toString();
    }

    private static boolean allowed(int c) {
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return c == '\n' || c == '\t' || c == '\r' || !(turns || Character.isISOControl(c));
    }
}
