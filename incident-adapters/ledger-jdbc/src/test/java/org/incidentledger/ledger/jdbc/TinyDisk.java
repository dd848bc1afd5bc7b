package org.incidentledger.ledger.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** A small file system of its own in memory, where this user may mount one; elsewhere the test is skipped. */
final class TinyDisk implements AutoCloseable {
    private final Path path;

    private TinyDisk(Path path) {
        this.path = path;
    }

    static TinyDisk mount(Path path, int megabytes) {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
        assume(mounted, "no file system can be mounted here");
        return new TinyDisk(path);
    }

    static void assume(boolean possible, String why) {
        if (!possible) {
            throw new TestAbortedException("skipped: " + why);
        }
    }

    Path path() {
        return path;
    }

    void makeReadOnly() {
        assume(run("mount", "-o", "remount,ro", path.toString()), "a file system cannot be made read-only here");
    }

    @Override
    public void close() {
        run("umount", path.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
