-- What the Prisma schema cannot say.

-- As before, and what was settled before the proposal was closed is settled anew after a correction: nothing leads out of
-- CLOSED, and the money was really paid.
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
    OR award.proposal_id IS NOT NULL AND (proposal.state NOT IN ('ACCEPTED', 'FORCE_MAJEURE', 'SETTLED', 'CLOSED') OR NOT EXISTS (
      SELECT FROM proposal_steps s WHERE s.proposal_id = proposal.id AND s."on" <= NEW."on"
        AND s.to_state::text = CASE WHEN payment.explanation IS NULL THEN 'ACCEPTED' ELSE 'FORCE_MAJEURE' END))
  ) THEN
    PERFORM refuse_money('postings_settled_after_acceptance', 'the work is not accepted');
  END IF;
  RETURN NEW;
END
$$;
