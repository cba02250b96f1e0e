-- AlterEnum
ALTER TYPE "ProposalState" ADD VALUE 'FORCE_MAJEURE' BEFORE 'ACCEPTED';

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "payment_id" TEXT;

-- AlterTable
ALTER TABLE "payment_requests" ADD COLUMN     "explanation" TEXT,
ADD COLUMN     "rate_decided_on" DATE,
ADD COLUMN     "rate_document" TEXT,
ADD COLUMN     "rate_percent" DECIMAL(7,4);

-- AlterTable
ALTER TABLE "payment_vouchers" ADD COLUMN     "content_code" TEXT,
ADD COLUMN     "establishment_id" TEXT;

-- CreateIndex
CREATE INDEX "decisions_payment_id_idx" ON "decisions"("payment_id");

-- AddForeignKey
ALTER TABLE "payment_vouchers" ADD CONSTRAINT "payment_vouchers_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say. Each rule has a name, as in the migration `money_ledger`.

ALTER TABLE "payment_requests"
  ADD CONSTRAINT "payments_rate_whole" CHECK (num_nonnulls("rate_document", "rate_decided_on", "rate_percent") IN (0, 3)),
  ADD CONSTRAINT "payments_rate_of_advance" CHECK ("rate_percent" IS NULL OR (
    "kind" = 'ADVANCE' AND "rate_percent" > 0 AND "rate_percent" <= 100 AND "rate_decided_on" <= "on"
    AND trim("rate_document") <> ''
  )),
  ADD CONSTRAINT "payments_explanation_of_settlement" CHECK (
    "explanation" IS NULL OR ("kind" = 'SETTLEMENT' AND trim("explanation") <> '')
  );

-- A voucher of a proposal of several parts belongs to one of them; any other to nobody in particular.
CREATE FUNCTION check_voucher_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposal text;
BEGIN
  SELECT a.proposal_id INTO proposal FROM payment_requests r JOIN awards a ON a.id = r.award_id WHERE r.id = NEW.payment_id;
  IF EXISTS (SELECT FROM proposal_members m WHERE m.proposal_id = proposal) THEN
    IF NOT EXISTS (SELECT FROM proposal_members m WHERE m.proposal_id = proposal
      AND (m.establishment_id, m.content_code) = (NEW.establishment_id, NEW.content_code)) THEN
      PERFORM refuse_money('payment_vouchers_of_part', 'the voucher belongs to no part of the proposal');
    END IF;
  ELSIF NEW.establishment_id IS NOT NULL OR NEW.content_code IS NOT NULL THEN
    PERFORM refuse_money('payment_vouchers_of_part', 'the proposal has no parts');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "payment_vouchers_part" BEFORE INSERT ON "payment_vouchers"
  FOR EACH ROW EXECUTE FUNCTION check_voucher_part();

-- As before, and a settlement after force majeure: on the record of the work done, with its explanation.
CREATE OR REPLACE FUNCTION check_posting_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  award awards;
  payment payment_requests;
  proposal proposals;
BEGIN
  -- Postings of one appropriation come one after the other, and are numbered in the order in which they count.
  PERFORM FROM appropriations WHERE id = NEW.appropriation_id FOR NO KEY UPDATE;
  NEW.sequence := nextval(pg_get_serial_sequence('postings', 'sequence'));
  IF NEW.kind NOT IN ('ADVANCE', 'SETTLEMENT') THEN
    RETURN NEW;
  END IF;
  SELECT * INTO payment FROM payment_requests WHERE id = NEW.payment_id FOR SHARE;
  IF payment.state IS DISTINCT FROM 'CONFIRMED' OR payment.award_id IS DISTINCT FROM NEW.award_id
    OR payment.kind::text <> NEW.kind::text THEN
    PERFORM refuse_money('postings_payment_confirmed', 'no confirmed request for this payment');
  END IF;
  SELECT * INTO award FROM awards WHERE id = NEW.award_id FOR NO KEY UPDATE;
  SELECT * INTO proposal FROM proposals WHERE id = award.proposal_id FOR SHARE;
  IF EXISTS (
    SELECT FROM postings p WHERE p.award_id = NEW.award_id AND p.kind = 'SETTLEMENT'
      AND NOT EXISTS (SELECT FROM postings c WHERE c.corrects_id = p.id)
  ) THEN
    PERFORM refuse_money('postings_settled_once', 'the award is settled');
  END IF;
  IF NEW.kind = 'ADVANCE' AND proposal.state NOT IN ('CONTRACTED', 'RUNNING', 'ACCEPTED') THEN
    PERFORM refuse_money('postings_advance_on_contract', format('the proposal is %s', proposal.state));
  END IF;
  IF NEW.kind = 'SETTLEMENT' AND (
    award.proposal_id IS NULL AND (payment.acceptance_document IS NULL OR payment.accepted_on IS NULL)
    OR award.proposal_id IS NOT NULL AND (proposal.state NOT IN ('ACCEPTED', 'FORCE_MAJEURE', 'SETTLED') OR NOT EXISTS (
      SELECT FROM proposal_steps s WHERE s.proposal_id = proposal.id AND s."on" <= NEW."on"
        AND s.to_state::text = CASE WHEN payment.explanation IS NULL THEN 'ACCEPTED' ELSE 'FORCE_MAJEURE' END))
  ) THEN
    PERFORM refuse_money('postings_settled_after_acceptance', 'the work is not accepted');
  END IF;
  RETURN NEW;
END
$$;
