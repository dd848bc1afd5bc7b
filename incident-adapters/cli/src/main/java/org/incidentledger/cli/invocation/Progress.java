package org.incidentledger.cli.invocation;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on standard error for work that takes a while; drawn only when somebody watches and no machine reads. */
public final class Progress implements AutoCloseable {
    private static final int WORTH_A_BAR = 2_000;
    private static final int REDRAW_MILLIS = 200;

    private final Invocation invocation;
    private final String task;
    private @Nullable ProgressBar bar;

    /** @param task what is being done, in a word or two */
    public Progress(Invocation invocation, String task) {
        this.invocation = invocation;
        this.task = task;
    }

    /** Says how far the work is. */
    public void at(long done, long total) {
        if (bar == null && total >= WORTH_A_BAR && invocation.showsProgress()) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setConsumer(
                            new BarOnStandardError(invocation.surroundings().err()))
                    .build();
        }
        if (bar != null) {
            bar.maxHint(total).stepTo(done);
        }
    }

    /** Ends the bar. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
