-- CreateTable
CREATE TABLE "commands" (
    "person_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB,
    "carried_out" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commands_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "day" DATE NOT NULL,
    "size" BIGINT NOT NULL,
    "root" TEXT NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "audit_state" (
    "id" INTEGER NOT NULL,
    "size" BIGINT NOT NULL,
    "last_hash" TEXT NOT NULL,
    "last_day" DATE,
    "frontier" TEXT[],

    CONSTRAINT "audit_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "sequence" BIGINT NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE INDEX "audit_entries_entity_entity_id_sequence_idx" ON "audit_entries"("entity", "entity_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_entries_person_id_sequence_idx" ON "audit_entries"("person_id", "sequence");

-- What the Prisma schema cannot say.

INSERT INTO "audit_state" ("id", "size", "last_hash", "frontier")
  VALUES (1, 0, repeat('0', 64), '{}');

ALTER TABLE "audit_state" ADD CONSTRAINT "audit_state_one_row" CHECK ("id" = 1);
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_hash_is_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- A record of what happened is never changed and never removed. Corrections are new records.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are never changed', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_is_append_only';
END
$$;

CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_heads_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_heads"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "outbox_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "outbox"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
