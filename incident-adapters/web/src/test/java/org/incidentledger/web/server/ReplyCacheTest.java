package org.incidentledger.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.incidentledger.web.content.Body;
import org.incidentledger.web.content.Resource;
import org.junit.jupiter.api.Test;

class ReplyCacheTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong(SECOND);
    private final AtomicInteger made = new AtomicInteger();
    private final ReplyCache cache = new ReplyCache(now::get);

    private Resource version(String version) {
        return new Resource("page", version, false, () -> {
            made.incrementAndGet();
            return Optional.of(Body.of(Body.TEXT, "of version " + version));
        });
    }

    @Test
    void a_reply_is_made_once_for_each_version() {
        cache.made(version("1"));
        cache.made(version("1"));
        assertThat(cache.ready(version("1"))).isNotNull();
        assertThat(cache.ready(version("2"))).isNull();
        assertThat(made).hasValue(1);
    }

    @Test
    void while_the_next_is_made_the_one_of_a_moment_ago_is_given() {
        Reply first = cache.made(version("1")).orElseThrow();
        now.addAndGet(3 * SECOND);
        assertThat(cache.ready(version("1"))).isSameAs(first);
        now.addAndGet(SECOND / 10);
        assertThat(cache.momentsAgo(version("2"))).isSameAs(first);
    }

    @Test
    void nobody_is_told_what_has_not_been_current_for_longer() {
        cache.made(version("1"));
        now.addAndGet(SECOND);
        assertThat(cache.momentsAgo(version("2"))).isNull();
    }

    @Test
    void only_one_makes_the_next_reply_of_a_path_at_a_time() {
        assertThat(cache.mayRenew(version("2"))).isTrue();
        assertThat(cache.mayRenew(version("2"))).isFalse();
        assertThat(cache.mayRenew(version("3"))).isFalse();
        cache.renew(version("2"));
        assertThat(cache.ready(version("2"))).isNotNull();
        assertThat(cache.mayRenew(version("3"))).isTrue();
    }

    @Test
    void another_may_try_after_one_that_failed() {
        Resource broken = new Resource("page", "2", false, () -> {
            throw new IllegalStateException("cannot be made");
        });
        assertThat(cache.mayRenew(broken)).isTrue();
        assertThatThrownBy(() -> cache.renew(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(cache.mayRenew(version("3"))).isTrue();
    }

    @Test
    void a_reply_was_current_when_it_was_asked_for_however_long_it_took_to_make() {
        cache.made(new Resource("page", "1", false, () -> {
            now.addAndGet(SECOND);
            return Optional.of(Body.of(Body.TEXT, "slowly"));
        }));
        assertThat(cache.momentsAgo(version("2"))).isNull();
    }

    @Test
    void compressed_it_is_the_same_text_whatever_its_size() throws IOException {
        for (int length : new int[] {600, 300_000}) {
            Reply reply = new Reply(200, Body.of(Body.TEXT, "status ".repeat(length / 7)), false);
            byte[] gzip = Objects.requireNonNull(reply.gzip());
            assertThat(gzip.length).isLessThan(length / 10);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                    .isEqualTo(reply.plain());
        }
    }

    @Test
    void tags_are_equal_when_bytes_are() {
        Reply one = new Reply(200, Body.of(Body.TEXT, "same"), false);
        Reply other = new Reply(200, Body.of(Body.TEXT, "same"), false);
        String tag = one.fields()[1].getValue();
        assertThat(other.isKnown(tag)).isTrue();
        assertThat(other.isKnown("W/" + tag + ", \"x\"")).isTrue();
        assertThat(other.isKnown("\"x\"")).isFalse();
    }
}
