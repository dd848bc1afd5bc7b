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
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "em",
                    "strong",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "hr",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "a")
            .allowElements((element, attributes) -> lowered(element), "h1", "h2")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    /** The text as blocks of HTML. */
    static String html(String text) {
        return ALLOWED.sanitize(RENDERER.render(PARSER.parse(readable(text))));
    }

    /** The page has its own first headings. */
    private static String lowered(String heading) {
        return heading.equals("h1") ? "h3" : "h4";
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
