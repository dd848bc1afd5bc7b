package org.incidentledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Answers whatever comes with the same bytes, and then goes on as it was told. */
final class RudeServer implements Closeable {

    enum Then {
        CLOSES,
        WAITS_FOR_EVER,
        GOES_ON_FOR_EVER
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final byte[] answer;
    private final Then then;

    RudeServer(String answer, Then then) throws IOException {
        this.answer = answer.getBytes(UTF_8);
        this.then = then;
        Thread.startVirtualThread(this::accept);
    }

    /** A whole answer of HTTP. */
    static RudeServer answering(int status, String type, String body) throws IOException {
        return new RudeServer(
                "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status, type, body.getBytes(UTF_8).length, body),
                Then.CLOSES);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.startVirtualThread(() -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            in.read(new byte[WitnessServer.MAX_BODY_BYTES]);
            OutputStream out = client.getOutputStream();
            out.write(answer);
            out.flush();
            while (then == Then.GOES_ON_FOR_EVER) {
                out.write(new byte[1000]);
            }
            if (then == Then.WAITS_FOR_EVER) {
                in.transferTo(OutputStream.nullOutputStream());
            } else {
                client.shutdownOutput();
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException gone) {
            // the client has had enough
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
