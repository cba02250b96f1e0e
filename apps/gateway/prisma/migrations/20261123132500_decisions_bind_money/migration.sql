-- What the Prisma schema cannot say. Each rule has a name, as in the migration `money_ledger`.

-- Papers that prove something have a number. Of what was asked for before, only what is refused is left alone.
ALTER TABLE "payment_requests" ADD CONSTRAINT "payments_acceptance_named" CHECK
  (trim("acceptance_document") <> '' OR "state" = 'REFUSED') NOT VALID;
ALTER TABLE "payment_vouchers" ADD CONSTRAINT "payment_vouchers_named" CHECK
  (trim("number") <> '' AND trim("item") <> '') NOT VALID;
-- A decision on a request is not before it, and nothing moves on an award before its contract.
ALTER TABLE "payment_requests" ADD CONSTRAINT "payments_decided_after_request" CHECK ("decided_on" >= "on") NOT VALID;
CREATE FUNCTION check_posting_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM awards a WHERE a.id = NEW.award_id AND NEW."on" < a.signed_on) THEN
    PERFORM refuse_money('postings_not_before_contract', format('%s is before the contract', NEW."on"));
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "postings_not_before_contract" BEFORE INSERT ON "postings"
  FOR EACH ROW EXECUTE FUNCTION check_posting_day();

-- As before; and an award keeps to what was decided of its proposal since the plan was approved, a proposal has one award, and
-- one whose award is void has another in any state that comes after a contract: what was paid on it has to stand somewhere.
CREATE OR REPLACE FUNCTION check_award() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  money appropriations;
  line plan_lines;
  plan plans;
  proposal proposals;
BEGIN
  SELECT * INTO money FROM appropriations WHERE id = NEW.appropriation_id FOR NO KEY UPDATE;
  SELECT * INTO line FROM plan_lines WHERE id = NEW.plan_line_id;
  SELECT * INTO plan FROM plans WHERE id = line.plan_id;
  IF plan.state <> 'APPROVED' OR EXISTS (
    SELECT FROM plans p WHERE p.programme_id = plan.programme_id AND p.year = plan.year AND p.state = 'APPROVED'
      AND p.edition > plan.edition
  ) THEN
    PERFORM refuse_money('awards_in_approved_plan', 'the line is not one of the newest approved plan');
  END IF;
  IF (plan.programme_id, plan.year, line.source) IS DISTINCT FROM (money.programme_id, money.year, money.source)
    OR (line.proposal_id, line.content_code) IS DISTINCT FROM (NEW.proposal_id, NEW.content_code) THEN
    PERFORM refuse_money('awards_of_plan_line', 'the award is for something else than its line');
  END IF;
  IF NEW.amount > coalesce(line.approved, 0) THEN
    PERFORM refuse_money('awards_within_plan_line', format('the line was approved with %s', coalesce(line.approved, 0)));
  END IF;
  IF line.ceiling IS NOT NULL AND (NEW.ceiling IS NULL OR NEW.ceiling > line.ceiling) THEN
    PERFORM refuse_money('awards_ceiling_of_line', format('the ceiling of the line is %s', line.ceiling));
  END IF;
  IF EXISTS (
    SELECT FROM awards a JOIN plan_lines l ON l.id = a.plan_line_id
    WHERE (l.item_id = line.item_id OR a.proposal_id = NEW.proposal_id) AND a.id <> NEW.id AND NOT award_is_void(a.id)
  ) THEN
    PERFORM refuse_money('awards_once', 'there is an award for this item of the plan');
  END IF;
  IF NEW.proposal_id IS NOT NULL THEN
    SELECT * INTO proposal FROM proposals WHERE id = NEW.proposal_id FOR SHARE;
    IF proposal.state NOT IN ('APPROVED', 'CONTRACTED', 'RUNNING') AND NOT (
      proposal.state IN ('FORCE_MAJEURE', 'ACCEPTED', 'SETTLED', 'CLOSED')
      AND EXISTS (SELECT FROM awards a WHERE a.proposal_id = NEW.proposal_id)
    ) THEN
      PERFORM refuse_money('awards_of_approved_proposal', format('the proposal is %s', proposal.state));
    END IF;
    IF NEW.content_code <> proposal.content_code THEN
      PERFORM refuse_money('awards_content_of_proposal', format('the proposal is for %s', proposal.content_code));
    END IF;
    IF NEW.amount > proposal.requested_support THEN
      PERFORM refuse_money('awards_within_support', format('the proposal is to have %s', proposal.requested_support));
    END IF;
  END IF;
  IF appropriation_promised(NEW.appropriation_id) + NEW.amount > appropriation_planned(NEW.appropriation_id) THEN
    PERFORM refuse_money('awards_within_plan', 'all awards together would be above what the plan approves');
  END IF;
  RETURN NEW;
END
$$;

-- Nor is a proposal given less than its awards hold, or another content than theirs.
CREATE FUNCTION check_changed_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held bigint;
BEGIN
  SELECT sum(b.balance) INTO held FROM awards w JOIN account_balances b ON b.award_id = w.id WHERE w.proposal_id = NEW.id;
  IF NEW.requested_support < OLD.requested_support AND NEW.requested_support < held THEN
    PERFORM refuse_money('proposals_above_awards', format('its awards hold %s', held));
  END IF;
  IF NEW.content_code <> OLD.content_code AND EXISTS (
    SELECT FROM awards w JOIN account_balances b ON b.award_id = w.id
    WHERE w.proposal_id = NEW.id AND b.balance > 0 AND w.content_code <> NEW.content_code
  ) THEN
    PERFORM refuse_money('proposals_content_of_awards', 'its award is for the content that it had');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "proposals_keep_awards" BEFORE UPDATE OF "requested_support", "content_code" ON "proposals"
  FOR EACH ROW EXECUTE FUNCTION check_changed_proposal();
