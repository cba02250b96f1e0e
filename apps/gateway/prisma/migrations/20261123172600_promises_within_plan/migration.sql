-- What the Prisma schema cannot say.

-- Đồng that the newest approved edition of the year's plan wants of an appropriation for an item; none where it left the item out.
CREATE FUNCTION appropriation_planned_for(appropriation text, item text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(l.approved), 0)
  FROM appropriations a
  JOIN plan_lines l ON l.source = a.source AND l.item_id = item AND l.plan_id = (
    SELECT p.id FROM plans p WHERE p.programme_id = a.programme_id AND p.year = a.year AND p.state = 'APPROVED'
    ORDER BY p.edition DESC LIMIT 1)
  WHERE a.id = appropriation
$$;

-- As before; and within what the newest approved plan has for it, and not for a proposal that is closed with what was settled.
CREATE OR REPLACE FUNCTION check_award_taken_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  award awards;
  proposal proposals;
  item text;
  held numeric;
BEGIN
  FOR award IN
    SELECT DISTINCT w.* FROM new_entries e JOIN posting_roots p ON p.id = e.posting_id JOIN awards w ON w.id = e.award_id
    WHERE p.kind = 'CORRECTION' AND p.root = 'RELEASE' AND e.amount > 0
  LOOP
    SELECT * INTO proposal FROM proposals WHERE id = award.proposal_id FOR NO KEY UPDATE;
    SELECT l.item_id INTO item FROM plan_lines l WHERE l.id = award.plan_line_id;
    IF EXISTS (
      SELECT FROM awards a JOIN plan_lines l ON l.id = a.plan_line_id
      WHERE a.id <> award.id AND award_holds(a.id) AND (a.proposal_id = award.proposal_id OR l.item_id = item)
    ) THEN
      PERFORM refuse_money('awards_taken_up_once', format('another award has taken the place of %s', award.id));
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
    IF proposal.state = 'CLOSED' AND EXISTS (
      SELECT FROM awards w JOIN account_balances b ON b.award_id = w.id
      WHERE w.proposal_id = proposal.id AND b.account = 'SETTLEMENT' AND b.balance > 0
    ) THEN
      PERFORM refuse_money('awards_taken_up_before_closing', format('%s is closed with what was settled', proposal.id));
    END IF;
    SELECT sum(b.balance) INTO held FROM account_balances b WHERE b.award_id = award.id;
    IF held > appropriation_planned_for(award.appropriation_id, item) THEN
      PERFORM refuse_money('awards_taken_up_within_plan',
        format('the plan has %s for it', appropriation_planned_for(award.appropriation_id, item)));
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
