package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.incidentledger.core.tlog.CosignatureSigner;
import org.incidentledger.core.tlog.Hash;
import org.incidentledger.core.tlog.Rfc6962;
import org.incidentledger.core.tlog.SignedNote;
import org.incidentledger.core.tlog.TlogException;
import org.incidentledger.core.vocabulary.InvalidValueException;

/**
 * The folder of a witness: {@code witness.key}, {@code witness.vkey}, {@code logs.txt}, and in {@code cosigned} the last
 * checkpoint of each log. One process at a time has it open.
 */
public final class WitnessFolder implements WitnessState, AutoCloseable {

    private static final String KEY = "witness.key";
    private static final String LOGS = "logs.txt";

    private final Path folder;
    private final FileChannel lock;

    private WitnessFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder, and makes it when it is not there.
     *
     * @throws InvalidValueException when another process has it open
     * @throws IOException when it cannot be made or locked
     */
    public static WitnessFolder open(Path folder) throws IOException {
        DurableFile.makeFolder(folder);
        DurableFile.makeFolder(folder.resolve("cosigned"));
        FileChannel channel =
                FileChannel.open(folder.resolve("witness.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isOurs(channel)) {
            channel.close();
            throw new InvalidValueException(
                    "another witness runs in %s; stop it, or name another folder".formatted(folder));
        }
        return new WitnessFolder(folder, channel);
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException lockedHere) {
            return false;
        }
    }

    /**
     * The witness's key, made with this name when there is none yet.
     *
     * @param name a key name; that of a key that is there stays
     * @param clock says when each cosignature is made
     * @throws InvalidValueException when others can read the key, or the file holds none
     */
    public CosignatureSigner key(String name, InstantSource clock) throws IOException {
        Path file = folder.resolve(KEY);
        if (!Files.exists(file)) {
            return make(file, name, clock);
        }
        if (DurableFile.isOpenToOthers(file)) {
            throw new InvalidValueException(
                    "%s can be read by others than its owner: whoever read it can cosign anything;".formatted(file)
                            + " make a new witness in another folder, or chmod 600 it if nobody did");
        }
        try {
            CosignatureSigner signer =
                    CosignatureSigner.parse(Files.readString(file).strip(), clock);
            DurableFile.write(
                    folder.resolve("witness.vkey"), line(signer.verifierKey().text()));
            return signer;
        } catch (TlogException.Malformed e) {
            throw new InvalidValueException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private CosignatureSigner make(Path file, String name, InstantSource clock) throws IOException {
        try {
            CosignatureSigner signer = CosignatureSigner.generate(name, new SecureRandom(), clock);
            DurableFile.write(file, line(signer.secret()));
            DurableFile.write(
                    folder.resolve("witness.vkey"), line(signer.verifierKey().text()));
            return signer;
        } catch (TlogException.Malformed e) {
            throw new InvalidValueException("the witness's name: " + e.getMessage());
        }
    }

    /**
     * The logs that the witness cosigns for; none when {@code logs.txt} is not there.
     *
     * @throws InvalidValueException naming the line that does not follow the format
     */
    public KnownLogs logs() throws IOException {
        Path file = folder.resolve(LOGS);
        return KnownLogs.parse(Files.exists(file) ? Files.readString(file) : "");
    }

    @Override
    public Optional<SignedNote> last(String origin) throws IOException {
        return file(origin).read("this witness must not go on: make a new one with a new key");
    }

    @Override
    public void keep(String origin, SignedNote cosigned) throws IOException {
        file(origin).write(cosigned);
    }

    /** An origin may hold any character, so its file is named by a hash of it. */
    private NoteFile file(String origin) {
        Hash hash = Rfc6962.leafHash(origin.getBytes(UTF_8));
        return new NoteFile(folder.resolve("cosigned").resolve(hash.hex()));
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(UTF_8);
    }

    /** Lets another process open it. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
