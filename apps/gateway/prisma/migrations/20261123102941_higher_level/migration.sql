-- CreateTable
CREATE TABLE "proposal_priorities" (
    "proposal_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "decided" BOOLEAN NOT NULL,
    "document" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_priorities_pkey" PRIMARY KEY ("proposal_id","version")
);

-- AddForeignKey
ALTER TABLE "proposal_priorities" ADD CONSTRAINT "proposal_priorities_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE "proposal_priorities"
  ADD CONSTRAINT "proposal_priorities_document_given" CHECK (trim("document") <> '');
CREATE TRIGGER "proposal_priorities_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "proposal_priorities"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
