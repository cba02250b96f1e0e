-- What the Prisma schema cannot say.

-- Whether the budget has given a year something of its own from one source, besides what was carried in. A year that was given
-- something which was then cut to nothing is given nothing more: it does not wait for its appropriation.
CREATE FUNCTION appropriation_given(appropriation text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM postings p WHERE p.appropriation_id = appropriation AND p.kind = 'APPROPRIATION'
      AND NOT EXISTS (SELECT FROM postings c WHERE c.corrects_id = p.id)
  )
$$;

-- What the budget has allotted to a year from one source, with what was carried into it, in đồng. Nothing is returned before
-- the year itself is given something: the plan comes before its appropriation, and money that is carried in does not wait for
-- it. Once there is one it covers the plan (appropriations_cover_plan).
CREATE OR REPLACE FUNCTION appropriated_to(programme text, of_year int, from_source "FundSource") RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT appropriation_received(a.id) FROM appropriations a
  WHERE a.programme_id = programme AND a.year = of_year AND a.source = from_source AND appropriation_given(a.id)
$$;

-- As before, and a plan that came before the appropriation does not rest on what was carried in either: that can be corrected
-- under it.
CREATE OR REPLACE FUNCTION move_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved record;
  limit_ bigint;
BEGIN
  FOR moved IN
    SELECT account_key(account, appropriation_id, award_id) AS key, account, appropriation_id, award_id,
           sum(amount)::bigint AS amount
    FROM new_entries WHERE account <> 'OUTSIDE' GROUP BY 1, 2, 3, 4 ORDER BY 1
  LOOP
    INSERT INTO account_balances VALUES (moved.key, moved.account, moved.appropriation_id, moved.award_id, 0)
      ON CONFLICT DO NOTHING;
    UPDATE account_balances SET balance = balance + moved.amount WHERE key = moved.key;
  END LOOP;

  -- What limits a sum of postings, now that the rows of balances are locked.
  FOR moved IN
    SELECT DISTINCT p.root, e.award_id, e.appropriation_id
    FROM new_entries e JOIN posting_roots p ON p.id = e.posting_id
    WHERE e.account IN ('COMMITMENT', 'ADVANCE') OR p.kind <> p.root OR p.root::text IN ('APPROPRIATION', 'CUT')
  LOOP
    IF moved.root = 'COMMITMENT' THEN
      SELECT amount INTO limit_ FROM awards WHERE id = moved.award_id;
      IF limit_ < (
        SELECT sum(e.amount) FROM posting_entries e JOIN posting_roots p ON p.id = e.posting_id
        WHERE e.award_id = moved.award_id AND e.account = 'COMMITMENT' AND p.root = 'COMMITMENT'
      ) THEN
        PERFORM refuse_money('awards_commitment_within_amount', 'more is promised than the award says');
      END IF;
    ELSIF moved.root = 'ADVANCE' THEN
      SELECT coalesce(advance_cap, amount) INTO limit_ FROM awards WHERE id = moved.award_id;
      IF limit_ < (
        SELECT sum(e.amount) FROM posting_entries e JOIN posting_roots p ON p.id = e.posting_id
        WHERE e.award_id = moved.award_id AND e.account = 'ADVANCE' AND p.root = 'ADVANCE'
      ) THEN
        PERFORM refuse_money('awards_advances_within_cap', format('all advances may come to %s', limit_));
      END IF;
    ELSIF moved.root::text IN ('APPROPRIATION', 'CUT', 'CARRY_OVER') AND moved.appropriation_id IS NOT NULL THEN
      IF appropriation_given(moved.appropriation_id)
        AND appropriation_received(moved.appropriation_id) < appropriation_planned(moved.appropriation_id) THEN
        PERFORM refuse_money('appropriations_cover_plan', format('the plan wants %s',
          appropriation_planned(moved.appropriation_id)));
      END IF;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
