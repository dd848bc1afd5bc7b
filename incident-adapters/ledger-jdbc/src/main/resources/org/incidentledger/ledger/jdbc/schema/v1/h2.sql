-- Format version 1 on H2. The script can be run again after it was interrupted; the row of ledger_head comes last.

CREATE TABLE IF NOT EXISTS ledger_head (
    one_row          BOOLEAN      DEFAULT TRUE PRIMARY KEY CHECK (one_row),
    origin           VARCHAR(200) NOT NULL,
    size             BIGINT       NOT NULL CHECK (size >= 0),
    last_recorded_at TIMESTAMP(6) WITH TIME ZONE,
    format_version   INTEGER      NOT NULL
);

CREATE TABLE IF NOT EXISTS ledger_entry (
    position    BIGINT       NOT NULL PRIMARY KEY CHECK (position >= 0),
    stream      VARCHAR(161) NOT NULL,
    sequence    BIGINT       NOT NULL CHECK (sequence >= 0),
    command_id  UUID         NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    bytes       VARBINARY(65535) NOT NULL,
    CONSTRAINT ledger_entry_stream UNIQUE (stream, sequence)
);

CREATE INDEX IF NOT EXISTS ledger_entry_command ON ledger_entry (command_id);

CREATE TRIGGER IF NOT EXISTS ledger_entry_append_only BEFORE UPDATE, DELETE ON ledger_entry
    FOR EACH ROW CALL 'org.incidentledger.ledger.jdbc.AppendOnlyTrigger';

-- No trigger sees TRUNCATE, but H2 refuses it for a table that another one references. This table stays empty.
CREATE TABLE IF NOT EXISTS ledger_entry_untruncated (
    position BIGINT PRIMARY KEY REFERENCES ledger_entry (position)
);

-- Full tiles only: what is partial still grows, and is computed from the entries and the tiles below.
CREATE TABLE IF NOT EXISTS ledger_tile (
    level      SMALLINT NOT NULL CHECK (level >= 0),
    tile_index BIGINT   NOT NULL CHECK (tile_index >= 0),
    hashes     VARBINARY(8192) NOT NULL CHECK (OCTET_LENGTH(hashes) = 8192),
    PRIMARY KEY (level, tile_index)
);

CREATE TRIGGER IF NOT EXISTS ledger_tile_append_only BEFORE UPDATE, DELETE ON ledger_tile
    FOR EACH ROW CALL 'org.incidentledger.ledger.jdbc.AppendOnlyTrigger';

CREATE TABLE IF NOT EXISTS ledger_tile_untruncated (
    level      SMALLINT,
    tile_index BIGINT,
    FOREIGN KEY (level, tile_index) REFERENCES ledger_tile (level, tile_index)
);

CREATE TABLE IF NOT EXISTS ledger_checkpoint (
    size BIGINT  NOT NULL PRIMARY KEY CHECK (size >= 0),
    note VARCHAR NOT NULL
);

CREATE TRIGGER IF NOT EXISTS ledger_checkpoint_append_only BEFORE UPDATE, DELETE ON ledger_checkpoint
    FOR EACH ROW CALL 'org.incidentledger.ledger.jdbc.AppendOnlyTrigger';

CREATE TABLE IF NOT EXISTS ledger_checkpoint_untruncated (
    size BIGINT PRIMARY KEY REFERENCES ledger_checkpoint (size)
);

CREATE TRIGGER IF NOT EXISTS ledger_head_only_grows BEFORE UPDATE, DELETE ON ledger_head
    FOR EACH ROW CALL 'org.incidentledger.ledger.jdbc.OnlyGrowsTrigger';

-- Sealed values: encrypted, outside of history, and deleted when a subject is erased.

-- The stretch of 2,048 positions is the one in which the key begins to have values.
CREATE TABLE IF NOT EXISTS sealing_key (
    subject VARCHAR(91)     NOT NULL PRIMARY KEY,
    id      UUID            NOT NULL,
    wrapped VARBINARY(4096) NOT NULL,
    stretch BIGINT          NOT NULL
);

-- The values of a group, or of a part of it: a row for each would cost an append more than what is in it. The id is the position of
-- the first value, times 1,024, plus the number of rows before it that begin there.
CREATE TABLE IF NOT EXISTS sealed_chunk (
    id      BIGINT             NOT NULL PRIMARY KEY CHECK (id >= 0),
    content VARBINARY(1048576) NOT NULL
);

-- In which other stretches a key may have values. The same may be noted twice.
CREATE TABLE IF NOT EXISTS sealed_place (
    key_id  UUID   NOT NULL,
    stretch BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS sealed_place_key ON sealed_place (key_id);

-- What follows is no history: it may be changed, and views can be rebuilt.

CREATE TABLE IF NOT EXISTS command_refusal (
    command_id  UUID         NOT NULL PRIMARY KEY,
    stream      VARCHAR(161) NOT NULL,
    rule        VARCHAR(100) NOT NULL,
    message     VARCHAR      NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX IF NOT EXISTS command_refusal_by_time ON command_refusal (recorded_at);

-- A value longer than this lies apart from its row and costs a second look-up.
SET MAX_LENGTH_INPLACE_LOB 65536;

CREATE TABLE IF NOT EXISTS view_document (
    view_name VARCHAR(100) NOT NULL,
    doc_key   VARCHAR(200) NOT NULL,
    document  BINARY LARGE OBJECT NOT NULL,
    PRIMARY KEY (view_name, doc_key)
);

-- The last state of each long stream that somebody folded; never trusted without looking at the entry it ends with.
CREATE TABLE IF NOT EXISTS aggregate_snapshot (
    stream   VARCHAR(161)  NOT NULL PRIMARY KEY,
    sequence BIGINT        NOT NULL,
    entry    VARBINARY(32) NOT NULL,
    format   VARCHAR(100)  NOT NULL,
    state    CHARACTER LARGE OBJECT NOT NULL,
    checksum VARBINARY(32) NOT NULL
);
