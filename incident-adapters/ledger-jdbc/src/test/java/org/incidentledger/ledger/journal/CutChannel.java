package org.incidentledger.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file on a {@link CutDisk}. */
final class CutChannel extends ForwardingChannel {
    private final FileChannel real;
    private final CutDisk disk;
    private final CutDisk.CutFile file;

    CutChannel(FileChannel real, CutDisk disk, CutDisk.CutFile file) {
        super(real);
        this.real = real;
        this.disk = disk;
        this.file = file;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        synchronized (disk) {
            disk.requirePower();
            file.keep(real, position, bytes.remaining());
            return super.write(bytes, position);
        }
    }

    @Override
    public void force(boolean metadata) throws IOException {
        synchronized (disk) {
            disk.requirePower();
            file.forced(real);
        }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            disk.requirePower();
            super.truncate(size);
            file.shortened(size);
            return this;
        }
    }
}
