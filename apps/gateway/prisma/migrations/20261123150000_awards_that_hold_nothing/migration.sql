-- What the Prisma schema cannot say.

-- Whether an award holds money, or is to: one of which nothing is posted yet is about to be committed.
CREATE FUNCTION award_holds(award text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM account_balances b
    WHERE b.award_id = award AND b.account IN ('COMMITMENT', 'ADVANCE', 'SETTLEMENT') AND b.balance > 0
  ) OR NOT EXISTS (SELECT FROM postings p WHERE p.award_id = award)
$$;

-- As before; but an award that holds nothing any more is no bar to another one while the work goes on. After its end only one
-- that is void is signed anew.
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
  SELECT * INTO proposal FROM proposals WHERE id = NEW.proposal_id FOR SHARE;
  IF EXISTS (
    SELECT FROM awards a JOIN plan_lines l ON l.id = a.plan_line_id
    WHERE (l.item_id = line.item_id OR a.proposal_id = NEW.proposal_id) AND a.id <> NEW.id AND NOT award_is_void(a.id)
      AND (award_holds(a.id) OR proposal.state IN ('FORCE_MAJEURE', 'ACCEPTED', 'SETTLED', 'CLOSED'))
  ) THEN
    PERFORM refuse_money('awards_once', 'there is an award for this item of the plan');
  END IF;
  IF NEW.proposal_id IS NOT NULL THEN
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

-- What an award released comes again to it only as far as it might be promised now: within the support of its proposal, for
-- its content, and where no other award has taken its place. A return that never happened is corrected all the same.
CREATE FUNCTION check_award_taken_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  award awards;
  proposal proposals;
  held numeric;
BEGIN
  FOR award IN
    SELECT DISTINCT w.* FROM new_entries e JOIN posting_roots p ON p.id = e.posting_id JOIN awards w ON w.id = e.award_id
    WHERE p.kind = 'CORRECTION' AND p.root = 'RELEASE' AND e.amount > 0
  LOOP
    SELECT * INTO proposal FROM proposals WHERE id = award.proposal_id FOR NO KEY UPDATE;
    IF EXISTS (
      SELECT FROM awards a JOIN plan_lines l ON l.id = a.plan_line_id
      WHERE a.id <> award.id AND award_holds(a.id) AND (
        a.proposal_id = award.proposal_id
        OR l.item_id = (SELECT item_id FROM plan_lines WHERE id = award.plan_line_id)
      )
    ) THEN
      PERFORM refuse_money('awards_taken_up_once', format('another award has taken the place of %s', award.id));
    END IF;
    IF award.proposal_id IS NULL THEN
      CONTINUE;
    END IF;
    IF award.content_code <> proposal.content_code THEN
      PERFORM refuse_money('awards_taken_up_of_content', format('the proposal is for %s', proposal.content_code));
    END IF;
    SELECT sum(b.balance) INTO held FROM awards w JOIN account_balances b ON b.award_id = w.id
    WHERE w.proposal_id = proposal.id;
    IF held > proposal.requested_support THEN
      PERFORM refuse_money('awards_taken_up_within_support',
        format('the proposal is to have %s', proposal.requested_support));
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
-- After the balances have moved: triggers come in the order of their names.
CREATE TRIGGER "posting_entries_take_up_award" AFTER INSERT ON "posting_entries" REFERENCING NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION check_award_taken_up();
