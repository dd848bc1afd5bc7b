package org.incidentledger.projections.audit;

import org.incidentledger.core.incident.PostMortemEvent;

/** How post-mortems read in the audit trail. */
final class PostMortemLines {
    private PostMortemLines() {}

    static Told tell(PostMortemEvent event) {
        return switch (event) {
            case PostMortemEvent.PostMortemRevised e ->
                Told.that("wrote revision %d of the post-mortem: %s".formatted(e.revision(), Told.line(e.change())))
                        .set("revision", e.revision())
                        .set("author", e.author())
                        .set("title", e.title())
                        .set("body", e.body())
                        .set("what changed", e.change());
            case PostMortemEvent.PostMortemApproved e ->
                Told.that("approved revision %d of the post-mortem".formatted(e.revision()))
                        .set("revision", e.revision())
                        .set("approver", e.approver());
            case PostMortemEvent.PostMortemPublished e ->
                Told.that("published revision %d of the post-mortem".formatted(e.revision()))
                        .set("revision", e.revision());
            case PostMortemEvent.PostMortemWaived e ->
                Told.that("waived the post-mortem: %s".formatted(Told.line(e.reason())))
                        .set("why", e.reason());
        };
    }
}
