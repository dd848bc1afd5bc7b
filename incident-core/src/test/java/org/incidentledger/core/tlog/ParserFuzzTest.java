package org.incidentledger.core.tlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever the input, a parser either refuses it with a {@link TlogException} or reads it so that writing it again
 * gives the same bytes.
 */
class ParserFuzzTest {

    private static final int ROUNDS = 3_000;
    private static final String NOTE = SignedNote.sign(SampleKeys.CHECKPOINT.text(), SampleKeys.log())
            .with(NoteSignature.parse(SampleKeys.WITNESS_SIGNATURE))
            .format();
    private static final List<VerifierKey> KEYS =
            List.of(VerifierKey.parse(SampleKeys.LOG_KEY), VerifierKey.parse(SampleKeys.WITNESS_KEY));

    /** A parser and its writer, as one function on bytes, with an input that it reads. */
    private record Parser(String name, Octets sample, UnaryOperator<byte[]> readAndWrite) {}

    private static Parser parser(String name, byte[] sample, UnaryOperator<byte[]> readAndWrite) {
        return new Parser(name, Octets.of(sample), readAndWrite);
    }

    private static Parser parserOfText(String name, String sample, UnaryOperator<String> readAndWrite) {
        return parser(
                name,
                sample.getBytes(ISO_8859_1),
                bytes -> readAndWrite.apply(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1));
    }

    @TestFactory
    Stream<DynamicTest> every_parser_refuses_cleanly_or_reads_faithfully() {
        return Stream.concat(parsersOfBytes(), parsersOfText())
                .map(parser -> DynamicTest.dynamicTest(parser.name(), () -> fuzz(parser)));
    }

    private static Stream<Parser> parsersOfBytes() {
        BundleId three = new BundleId(0, 3);
        return Stream.of(
                parser("note", utf8(NOTE), in -> utf8(SignedNote.parse(in).format())),
                parser("tlog-proof", proof(), in -> utf8(TlogProof.parse(in).format())),
                parser(
                        "add-checkpoint",
                        request(),
                        in -> utf8(AddCheckpointRequest.parse(in).format())),
                answerParser("cosigned", 200, "", utf8(SampleKeys.WITNESS_SIGNATURE + "\n")),
                answerParser("other size", 409, AddCheckpointAnswer.SIZE_TYPE, utf8("20852163\n")),
                parser(
                        "tile",
                        new byte[96],
                        in -> Tile.parse(new TileId(0, 0, in.length / 32), in).bytes()),
                parser("bundle", bundle(), in -> EntryBundle.parse(three, in).bytes()),
                parser("frontier", new byte[96], in -> Frontier.parse(7, in).bytes()));
    }

    private static Parser answerParser(String name, int status, String type, byte[] sample) {
        return parser(
                name,
                sample,
                in -> utf8(AddCheckpointAnswer.parse(status, type, in).body()));
    }

    private static Stream<Parser> parsersOfText() {
        String checkpoint = SampleKeys.CHECKPOINT.text();
        String hash = Rfc6962.EMPTY_ROOT.base64();
        String secret = SampleKeys.log().secret();
        return Stream.of(
                parserOfText(
                        "checkpoint", checkpoint, in -> Checkpoint.parse(in).text()),
                parserOfText(
                        "log key",
                        SampleKeys.LOG_KEY,
                        in -> VerifierKey.parse(in).text()),
                parserOfText(
                        "signing key", secret, in -> Ed25519Signer.parse(in).secret()),
                parserOfText(
                        "witness's key",
                        SampleKeys.witness().secret(),
                        in -> CosignatureSigner.parse(in, Instant::now).secret()),
                parserOfText(
                        "tile path",
                        "tile/2/x001/x234/067.p/89",
                        in -> TilePath.parse(in).path()),
                parserOfText(
                        "bundle path",
                        "tile/entries/x001/067",
                        in -> TilePath.parse(in).path()),
                parserOfText(
                        "hex", Rfc6962.EMPTY_ROOT.hex(), in -> Hash.ofHex(in).hex()),
                parserOfText("base64", hash, in -> Hash.ofBase64(in).base64()));
    }

    private static void fuzz(Parser parser) {
        Random random = Seeded.random("ParserFuzzTest, " + parser.name());
        byte[] sample = parser.sample().bytes();
        assertThat(parser.readAndWrite().apply(sample)).isEqualTo(sample);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] input = round % 10 == 0 ? noise(random) : mutated(sample, random);
            try {
                assertThat(parser.readAndWrite().apply(input)).isEqualTo(input);
            } catch (TlogException refused) {
                assertThat(refused).hasMessageContaining(" ");
            }
        }
    }

    /** A known key's signature must hold for exactly the text that was signed, so no altered note verifies. */
    @TestFactory
    Stream<DynamicTest> no_altered_note_verifies() {
        return Stream.of(DynamicTest.dynamicTest("note", () -> {
            Random random = Seeded.random("ParserFuzzTest, no_altered_note_verifies");
            for (int round = 0; round < 300; round++) {
                verifyAltered(mutated(NOTE.getBytes(UTF_8), random));
            }
        }));
    }

    private static void verifyAltered(byte[] input) {
        try {
            VerifiedNote verified = SignedNote.parse(input).verify(KEYS);
            assertThat(verified.text()).isEqualTo(SampleKeys.CHECKPOINT.text());
        } catch (TlogException refused) {
            assertThat(refused).hasMessageContaining(" ");
        }
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] bytes = sample;
        for (int change = random.nextInt(3); change >= 0; change--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + random.nextInt(9));
        return switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, at, end, new byte[0]);
            case 1 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            case 2 -> spliced(bytes, at, at, likelyTrouble(random));
            case 3 -> spliced(bytes, at, Math.min(bytes.length, at + 1), likelyTrouble(random));
            default -> spliced(bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
        };
    }

    private static byte[] likelyTrouble(Random random) {
        String[] troubles = {"\n", "\n\n", "\r", " ", "+", "=", "0", "9", "/", "x", ".p/", "\u2014 ", "\u0000", "\u00a0"
        };
        return troubles[random.nextInt(troubles.length)].getBytes(UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(middle);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] proof() {
        return utf8(new TlogProof(Optional.of(Entries.entry(1)), 5, Entries.leafHashes(2), NOTE).format());
    }

    private static byte[] request() {
        return utf8(new AddCheckpointRequest(2, Entries.leafHashes(2), SignedNote.parse(NOTE)).format());
    }

    private static byte[] bundle() {
        List<Octets> entries = List.of(Entries.entry(0), Entries.entry(1), Entries.entry(2));
        return new EntryBundle(new BundleId(0, 3), entries).bytes();
    }
}
