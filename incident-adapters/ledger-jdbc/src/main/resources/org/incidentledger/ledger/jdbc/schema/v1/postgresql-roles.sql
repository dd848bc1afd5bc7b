-- What a service needs that uses the ledger and does not own it. Run it as the owner, after the ledger was opened once:
--     psql -v service=incident_service -f postgresql-roles.sql
-- History can be read and added to, nothing else. The head may grow; triggers see to it that it only does.

GRANT SELECT, INSERT ON ledger_entry, ledger_tile, ledger_checkpoint, command_refusal TO :"service";
GRANT SELECT ON ledger_head TO :"service";
GRANT UPDATE (size, last_recorded_at) ON ledger_head TO :"service";
-- Sealed values are erased for real; the key of a subject may be wrapped anew.
GRANT SELECT, INSERT, DELETE ON sealed_value, sealing_key TO :"service";
GRANT UPDATE (wrapped) ON sealing_key TO :"service";
GRANT SELECT, INSERT, UPDATE, DELETE ON view_document, aggregate_snapshot, TokenEntry, DeadLetterEntry TO :"service";
