package org.incidentledger.ledger.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and directories that nobody but their owner may use, where the file system knows owners. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Given when a file is made there. */
    public static FileAttribute<?>[] file(Path file) {
        return attributes(file, FILE);
    }

    /** Given when a directory is made there. */
    public static FileAttribute<?>[] directory(Path directory) {
        return attributes(directory, DIRECTORY);
    }

    /** What others than the owner, or more than reading and writing, is granted; empty when it is nothing. */
    public static String grantedToOthers(Path file) throws IOException {
        if (!isKnownTo(file) || !Files.exists(file)) {
            return "";
        }
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
        return FILE.containsAll(granted) ? "" : PosixFilePermissions.toString(granted);
    }

    /** Whether the file system knows owners; one that does also lets a directory be forced to disk. */
    public static boolean isKnownTo(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isKnownTo(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
