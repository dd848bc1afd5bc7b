package org.incidentledger.cli.invocation;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Draws a progress bar over itself on one line, and wipes it at the end. Without asking the terminal for its width. */
final class BarOnStandardError implements ProgressBarConsumer {
    private static final int COLUMNS = 78;

    private final PrintStream err;

    BarOnStandardError(PrintStream err) {
        this.err = err;
    }

    @Override
    public int getMaxRenderedLength() {
        return COLUMNS;
    }

    @Override
    public void accept(String bar) {
        err.print("\r" + bar);
        err.flush();
    }

    @Override
    public void close() {
        err.print("\r" + " ".repeat(COLUMNS) + "\r");
        err.flush();
    }
}
