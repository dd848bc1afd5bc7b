-- Format version 1 on PostgreSQL 14 and newer, in the first schema of the search path. The whole script is one transaction and
-- can be run again; the row of ledger_head comes last. Whoever runs it owns the tables: let services use the ledger as another
-- user, with the rights that postgresql-roles.sql grants. Text that an index holds is compared by its bytes: the order of a language
-- may change with an update of the operating system, and an index in the old order finds rows no more.

CREATE TABLE IF NOT EXISTS ledger_head (
    one_row          boolean      DEFAULT true PRIMARY KEY CHECK (one_row),
    origin           varchar(200) NOT NULL,
    size             bigint       NOT NULL CHECK (size >= 0),
    last_recorded_at timestamptz(6),
    format_version   integer      NOT NULL
);

CREATE TABLE IF NOT EXISTS ledger_entry (
    position    bigint       NOT NULL PRIMARY KEY CHECK (position >= 0),
    stream      varchar(161) COLLATE "C" NOT NULL,
    sequence    bigint       NOT NULL CHECK (sequence >= 0),
    command_id  uuid         NOT NULL,
    recorded_at timestamptz(6) NOT NULL,
    bytes       bytea        NOT NULL CHECK (octet_length(bytes) <= 65535),
    CONSTRAINT ledger_entry_stream UNIQUE (stream, sequence)
);

CREATE INDEX IF NOT EXISTS ledger_entry_command ON ledger_entry (command_id);

-- Full tiles of the tree only; a partial one is computed from the entries.
CREATE TABLE IF NOT EXISTS ledger_tile (
    level      smallint NOT NULL CHECK (level >= 0),
    tile_index bigint   NOT NULL CHECK (tile_index >= 0),
    hashes     bytea    NOT NULL,
    PRIMARY KEY (level, tile_index)
);

CREATE TABLE IF NOT EXISTS ledger_checkpoint (
    size bigint NOT NULL PRIMARY KEY CHECK (size >= 0),
    note text   NOT NULL
);

CREATE OR REPLACE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'history in % is never changed or removed; append a correction instead', TG_TABLE_NAME;
END $$;

-- Other nodes are told of a group in the moment of its commit, without a statement of its own.
CREATE OR REPLACE FUNCTION ledger_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.origin <> OLD.origin OR NEW.size < OLD.size OR NEW.one_row <> OLD.one_row THEN
        RAISE EXCEPTION 'the head of the ledger is never renamed or set back';
    END IF;
    PERFORM pg_notify('incident_ledger', NEW.origin || ' ' || NEW.size);
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_tile_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_tile
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_head_stays BEFORE DELETE OR TRUNCATE ON ledger_head
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE OR REPLACE TRIGGER ledger_head_only_grows BEFORE UPDATE ON ledger_head
    FOR EACH ROW EXECUTE FUNCTION ledger_head_grows();

-- A session that plays a replica fires ordinary triggers no more.
ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_append_only;
ALTER TABLE ledger_tile ENABLE ALWAYS TRIGGER ledger_tile_append_only;
ALTER TABLE ledger_checkpoint ENABLE ALWAYS TRIGGER ledger_checkpoint_append_only;
ALTER TABLE ledger_head ENABLE ALWAYS TRIGGER ledger_head_stays;
ALTER TABLE ledger_head ENABLE ALWAYS TRIGGER ledger_head_only_grows;

-- Sealed values: encrypted, outside of history, and deleted when a subject is erased.

CREATE TABLE IF NOT EXISTS sealing_key (
    subject varchar(91) COLLATE "C" NOT NULL PRIMARY KEY,
    id      uuid        NOT NULL,
    wrapped bytea       NOT NULL CHECK (octet_length(wrapped) <= 4096)
);

CREATE TABLE IF NOT EXISTS sealed_value (
    subject  varchar(91) COLLATE "C" NOT NULL,
    id       uuid        NOT NULL,
    key_id   uuid        NOT NULL,
    position bigint      NOT NULL CHECK (position >= 0),
    content  bytea       NOT NULL CHECK (octet_length(content) <= 131072),
    CONSTRAINT sealed_value_key PRIMARY KEY (key_id, id, position)
);

-- For a table that was made when its key was another one. By the key, not by the subject: keys are numbered in the order of time, so
-- that what is new lies together.
CREATE INDEX IF NOT EXISTS sealed_value_key ON sealed_value (key_id, id);

-- Ciphertext does not compress, and a row that is moved out of line leaves more behind.
ALTER TABLE sealed_value ALTER COLUMN content SET STORAGE EXTERNAL;

-- What follows is no history: it may be changed, and views can be rebuilt.

CREATE TABLE IF NOT EXISTS command_refusal (
    command_id  uuid         NOT NULL PRIMARY KEY,
    stream      varchar(161) COLLATE "C" NOT NULL,
    rule        varchar(100) NOT NULL,
    message     text         NOT NULL,
    recorded_at timestamptz(6) NOT NULL
);

CREATE INDEX IF NOT EXISTS command_refusal_by_time ON command_refusal (recorded_at);

CREATE TABLE IF NOT EXISTS view_document (
    view_name varchar(100) COLLATE "C" NOT NULL,
    doc_key   varchar(200) COLLATE "C" NOT NULL,
    document  bytea        NOT NULL,
    PRIMARY KEY (view_name, doc_key)
);

-- The last state of each long stream that somebody folded; never trusted without looking at the entry it ends with.
CREATE TABLE IF NOT EXISTS aggregate_snapshot (
    stream   varchar(161) COLLATE "C" NOT NULL PRIMARY KEY,
    sequence bigint       NOT NULL,
    entry    bytea        NOT NULL,
    format   varchar(100) NOT NULL,
    state    text         NOT NULL,
    checksum bytea        NOT NULL
);

-- How far each view is, and which node keeps it; the names are those of Axon.
CREATE TABLE IF NOT EXISTS TokenEntry (
    processorName varchar(255) COLLATE "C" NOT NULL,
    segment       integer      NOT NULL,
    token         bytea,
    tokenType     varchar(255),
    timestamp     varchar(255),
    owner         varchar(255),
    PRIMARY KEY (processorName, segment)
);

-- Rewritten with every batch of every view: there must be room beside each row for its next version.
ALTER TABLE TokenEntry SET (fillfactor = 20);
ALTER TABLE ledger_head SET (fillfactor = 20);

-- What a view could not fold.
CREATE TABLE IF NOT EXISTS DeadLetterEntry (
    deadLetterIdentifier varchar(255) COLLATE "C" NOT NULL PRIMARY KEY,
    processingGroup      varchar(255) COLLATE "C" NOT NULL,
    sequenceIdentifier   varchar(255) COLLATE "C" NOT NULL,
    sequenceIndex        bigint       NOT NULL,
    messageType          varchar(255) NOT NULL,
    eventIdentifier      varchar(255) NOT NULL,
    timestamp            varchar(255) NOT NULL,
    payloadType          varchar(255) NOT NULL,
    payloadRevision      varchar(255),
    payload              bytea        NOT NULL,
    metaData             bytea,
    type                 varchar(255),
    aggregateIdentifier  varchar(255),
    sequenceNumber       bigint,
    tokenType            varchar(255),
    token                bytea,
    enqueuedAt           varchar(255) NOT NULL,
    lastTouched          varchar(255),
    processingStarted    varchar(255),
    causeType            varchar(255),
    causeMessage         varchar(1023),
    diagnostics          bytea,
    UNIQUE (processingGroup, sequenceIdentifier, sequenceIndex)
);
