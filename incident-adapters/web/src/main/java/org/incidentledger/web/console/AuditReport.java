package org.incidentledger.web.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.incidentledger.projections.audit.AuditLine;
import org.incidentledger.web.content.Body;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Lines of the audit trail as a report on paper, with the checkpoint that covers them. Its fonts know the letters of western Europe;
 * others become question marks, the other formats keep them.
 */
final class AuditReport {
    private static final float MARGIN = 48;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Font HEADING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 15);
    private static final Font STRONG = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 9);
    private static final Font TEXT = FontFactory.getFont(FontFactory.HELVETICA, 9);
    private static final Font SMALL = FontFactory.getFont(FontFactory.HELVETICA, 7);
    private static final Font EXACT = FontFactory.getFont(FontFactory.COURIER, 7);

    private final CharsetEncoder letters = WESTERN.newEncoder();

    private AuditReport() {}

    /** @param asked what was searched for, in words */
    static Body pdf(List<AuditLine> lines, String asked, String checkpoint, Instant now) {
        return new Body("application/pdf", new AuditReport().made(lines, asked, checkpoint, now));
    }

    private byte[] made(List<AuditLine> lines, String asked, String checkpoint, Instant now) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.addTitle("Audit trail");
        HeaderFooter pages = new HeaderFooter(new Phrase("Audit trail, made " + now + ", page ", SMALL), true);
        pages.setBorder(Rectangle.NO_BORDER);
        pages.setAlignment(Element.ALIGN_RIGHT);
        document.setFooter(pages);
        document.open();
        document.add(new Paragraph("Audit trail", HEADING));
        document.add(new Paragraph(
                fit("Made " + now + ". Asked for " + asked + ". Entries found: " + lines.size() + "."), TEXT));
        document.add(new Paragraph("The checkpoint of the ledger at that time, which covers all of them:", TEXT));
        document.add(new Paragraph(fit(checkpoint), EXACT));
        for (AuditLine line : lines) {
            Paragraph head = new Paragraph(
                    fit("%d  %s  %s  %s".formatted(line.position(), line.recordedAt(), line.actor(), line.type())),
                    STRONG);
            head.setSpacingBefore(9);
            head.setKeepTogether(true);
            document.add(head);
            document.add(new Paragraph(fit(line.stream() + ": " + line.summary()), TEXT));
            String changes = line.changes().stream().map(AuditFiles::change).collect(Collectors.joining("\n"));
            if (!changes.isEmpty()) {
                document.add(new Paragraph(fit(changes), TEXT));
            }
        }
        document.close();
        return out.toByteArray();
    }

    private String fit(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            boolean known = c == '\n' || (!Character.isISOControl(c) && letters.canEncode(letter));
            out.append(known ? letter : c == '→' ? "->" : c == '\t' ? " " : "?");
        });
        return out.toString();
    }
}
