-- AlterTable
ALTER TABLE "plan_lines" ADD COLUMN     "facts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "item_id" TEXT NOT NULL,
ALTER COLUMN "demanded" DROP NOT NULL;

-- AlterTable
ALTER TABLE "plan_steps" ADD COLUMN     "document" TEXT,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "plans" ADD COLUMN     "makers" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "plan_date" DATE NOT NULL;

-- CreateIndex
CREATE INDEX "plan_lines_item_id_idx" ON "plan_lines"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_lines_plan_id_item_id_key" ON "plan_lines"("plan_id", "item_id");

-- What the Prisma schema cannot say.

ALTER TABLE "plan_lines"
  ADD CONSTRAINT "plan_lines_estimated_within_demand" CHECK ("estimated" <= "demanded"),
  ADD CONSTRAINT "plan_lines_estimated_within_ceiling" CHECK ("estimated" <= "ceiling"),
  ADD CONSTRAINT "plan_lines_approved_within_estimate" CHECK ("approved" <= "estimated"),
  -- A comparison with nothing is no comparison: what is approved was asked for and estimated.
  ADD CONSTRAINT "plan_lines_approved_was_estimated" CHECK (
    "approved" IS NULL OR ("estimated" IS NOT NULL AND "demanded" IS NOT NULL AND "approved" > 0)
  );
ALTER TABLE "plan_steps"
  ADD CONSTRAINT "plan_steps_return_has_reason" CHECK ("action" <> 'returnPlan' OR "reason" IS NOT NULL),
  ADD CONSTRAINT "plan_steps_approval_has_document" CHECK ("action" <> 'approvePlan' OR "document" IS NOT NULL);

CREATE TRIGGER "plans_never_truncated" BEFORE TRUNCATE ON "plans" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "plan_lines_never_truncated" BEFORE TRUNCATE ON "plan_lines"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "plan_balances_never_truncated" BEFORE TRUNCATE ON "plan_balances"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Lines are written in a draft. What is approved of them is written by the approval alone, and then stands.
CREATE FUNCTION check_plan_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  plan text := CASE TG_OP WHEN 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END;
  stands "PlanState";
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.plan_id, NEW.item_id) IS DISTINCT FROM (OLD.id, OLD.plan_id, OLD.item_id) THEN
    RAISE EXCEPTION 'plan_lines_stay: line % cannot become another', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plan_lines_stay';
  END IF;
  SELECT state INTO stands FROM plans WHERE id = plan FOR SHARE;
  IF stands = 'DRAFT' AND (TG_OP = 'DELETE' OR NEW.approved IS NULL) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF stands = 'BALANCED' AND TG_OP = 'UPDATE'
    AND to_jsonb(NEW) - 'approved' - 'ceiling' = to_jsonb(OLD) - 'approved' - 'ceiling' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'plan_lines_of_a_draft: the plan % is %, and its lines are not written any more', plan, stands
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plan_lines_of_a_draft';
END
$$;
CREATE TRIGGER "plan_lines_of_a_draft" BEFORE INSERT OR UPDATE OR DELETE ON "plan_lines"
  FOR EACH ROW EXECUTE FUNCTION check_plan_line();

CREATE FUNCTION check_plan_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  plan text := CASE TG_OP WHEN 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END;
  stands "PlanState";
BEGIN
  SELECT state INTO stands FROM plans WHERE id = plan FOR SHARE;
  IF stands = 'ESTIMATED' AND (TG_OP <> 'UPDATE' OR NEW.plan_id = OLD.plan_id) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'plan_balances_of_an_estimate: the plan % is %, and is not being balanced', plan, stands
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plan_balances_of_an_estimate';
END
$$;
CREATE TRIGGER "plan_balances_of_an_estimate" BEFORE INSERT OR UPDATE OR DELETE ON "plan_balances"
  FOR EACH ROW EXECUTE FUNCTION check_plan_balance();

-- One edition after the other, each begun when the one before it is approved.
CREATE FUNCTION check_new_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'DRAFT' THEN
    RAISE EXCEPTION 'plans_begin_as_draft: plan % begins as %', NEW.id, NEW.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_begin_as_draft';
  END IF;
  IF NEW.edition > 1 AND NOT EXISTS (
    SELECT 1 FROM plans
    WHERE programme_id = NEW.programme_id AND year = NEW.year AND edition = NEW.edition - 1 AND state = 'APPROVED'
  ) THEN
    RAISE EXCEPTION 'plans_editions_follow: edition % of % follows no approved one', NEW.edition, NEW.year
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_editions_follow';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "plans_new" BEFORE INSERT ON "plans" FOR EACH ROW EXECUTE FUNCTION check_new_plan();

-- What the budget has allotted to a year from one source, in đồng: nothing is returned where nothing was allotted yet.
CREATE FUNCTION appropriated_to(programme text, of_year int, from_source "FundSource") RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT (
    SELECT coalesce(sum(e.amount), 0)
    FROM posting_entries e
    JOIN postings p ON p.id = e.posting_id
    LEFT JOIN postings undone ON undone.id = p.corrects_id
    WHERE e.appropriation_id = a.id AND e.account = 'APPROPRIATION'
      AND (
        (p.kind IN ('APPROPRIATION', 'CARRY_OVER') AND e.amount > 0)
        OR (undone.kind IN ('APPROPRIATION', 'CARRY_OVER') AND e.amount < 0)
      )
  )
  FROM appropriations a
  WHERE a.programme_id = programme AND a.year = of_year AND a.source = from_source
$$;

-- What is promised to awards on an item of a year's plan, whatever the edition that they were made under: what of them is
-- committed, advanced or settled; the whole award until it is posted.
CREATE FUNCTION promised_to(item text, from_source "FundSource") RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(coalesce(
    (
      SELECT sum(e.amount) FROM posting_entries e
      WHERE e.award_id = w.id AND e.account IN ('COMMITMENT', 'ADVANCE', 'SETTLEMENT')
    ),
    w.amount
  )), 0)
  FROM awards w
  JOIN plan_lines l ON l.id = w.plan_line_id
  JOIN appropriations a ON a.id = w.appropriation_id
  WHERE l.item_id = item AND a.source = from_source
$$;

CREATE FUNCTION check_plan_approval(approving plans) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  above record;
BEGIN
  -- Whoever allots money or promises it waits for this, or this waits for him.
  PERFORM 1 FROM programmes WHERE id = approving.programme_id FOR UPDATE;
  PERFORM 1 FROM appropriations WHERE programme_id = approving.programme_id AND year = approving.year ORDER BY id FOR UPDATE;

  SELECT l.id INTO above FROM plan_lines l WHERE l.plan_id = approving.id AND l.approved IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'plans_every_line_approved: nothing is approved for line %', above.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_every_line_approved';
  END IF;

  SELECT l.source, sum(l.approved) AS approved INTO above
  FROM plan_lines l LEFT JOIN plan_balances b ON b.plan_id = l.plan_id AND b.source = l.source
  WHERE l.plan_id = approving.id
  GROUP BY l.source, b.amount HAVING sum(l.approved) > coalesce(b.amount, 0) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'plans_within_balance: % đồng from % is above its balance', above.approved, above.source
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_within_balance';
  END IF;

  SELECT l.source, sum(l.approved) AS approved INTO above
  FROM plan_lines l WHERE l.plan_id = approving.id
  GROUP BY l.source HAVING sum(l.approved) > appropriated_to(approving.programme_id, approving.year, l.source) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'plans_within_appropriation: % đồng from % is above what was appropriated', above.approved, above.source
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_within_appropriation';
  END IF;

  SELECT held.item_id, held.source INTO above
  FROM (
    SELECT DISTINCT l.item_id, a.source
    FROM awards w
    JOIN appropriations a ON a.id = w.appropriation_id
    JOIN plan_lines l ON l.id = w.plan_line_id
    WHERE a.programme_id = approving.programme_id AND a.year = approving.year
  ) held
  LEFT JOIN plan_lines now ON now.plan_id = approving.id AND now.item_id = held.item_id AND now.source = held.source
  WHERE promised_to(held.item_id, held.source) > coalesce(now.approved, 0) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'plans_keep_awards: more is promised to item % than is approved for it', above.item_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_keep_awards';
  END IF;
END
$$;

CREATE FUNCTION check_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'APPROVED' THEN
    RAISE EXCEPTION 'plans_approved_stand: plan % is approved, and is changed by a new edition alone', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plans_approved_stand';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF (NEW.id, NEW.programme_id, NEW.year, NEW.edition, NEW.created_by)
    IS DISTINCT FROM (OLD.id, OLD.programme_id, OLD.year, OLD.edition, OLD.created_by)
    OR NOT NEW.makers @> OLD.makers
    OR (NEW.plan_date <> OLD.plan_date AND OLD.state <> 'DRAFT') THEN
    RAISE EXCEPTION 'plans_stay: what plan % is for, and who made it, cannot change', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plans_stay';
  END IF;
  IF NEW.state = 'DRAFT' AND OLD.state <> 'DRAFT'
    AND EXISTS (SELECT 1 FROM plan_lines WHERE plan_id = NEW.id AND approved IS NOT NULL) THEN
    RAISE EXCEPTION 'plans_return_unapproved: plan % goes back with approved lines', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_return_unapproved';
  END IF;
  IF NEW.state = 'APPROVED' THEN
    PERFORM check_plan_approval(NEW);
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "plans_change" BEFORE UPDATE OR DELETE ON "plans" FOR EACH ROW EXECUTE FUNCTION check_plan_change();

-- Each step begins where the one before it ended, and not before its day; and leads where the life cycle lets it
-- (src/modules/plans/life-cycle.ts). Whoever made or estimated a plan neither balances nor approves it, and nobody does both.
CREATE FUNCTION check_plan_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last plan_steps%ROWTYPE;
BEGIN
  SELECT * INTO last FROM plan_steps WHERE plan_id = NEW.plan_id ORDER BY position DESC LIMIT 1;
  IF NEW.position <> coalesce(last.position, 0) + 1 OR NEW.from_state <> coalesce(last.to_state, 'DRAFT') THEN
    RAISE EXCEPTION 'plan_steps_follow: step % of plan % does not follow the one before it', NEW.position, NEW.plan_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_steps_follow';
  END IF;
  IF NEW."on" < last."on" THEN
    RAISE EXCEPTION 'plan_steps_in_order: step % of plan % is dated before the one before it', NEW.position, NEW.plan_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_steps_in_order';
  END IF;
  IF (NEW.action, NEW.from_state, NEW.to_state) NOT IN (
    ('handOverEstimate', 'DRAFT', 'ESTIMATED'),
    ('balancePlan', 'ESTIMATED', 'BALANCED'),
    ('returnPlan', 'ESTIMATED', 'DRAFT'),
    ('returnPlan', 'BALANCED', 'DRAFT'),
    ('approvePlan', 'BALANCED', 'APPROVED')
  ) THEN
    RAISE EXCEPTION 'plan_steps_in_life_cycle: % does not lead from % to %', NEW.action, NEW.from_state, NEW.to_state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_steps_in_life_cycle';
  END IF;
  IF NEW.action IN ('balancePlan', 'approvePlan') AND (
    EXISTS (
      SELECT 1 FROM plans WHERE id = NEW.plan_id AND (created_by = NEW.person_id OR NEW.person_id = ANY (makers))
    ) OR EXISTS (
      SELECT 1 FROM plan_steps
      WHERE plan_id = NEW.plan_id AND person_id = NEW.person_id AND action <> NEW.action
        AND action IN ('handOverEstimate', 'balancePlan', 'approvePlan')
    )
  ) THEN
    RAISE EXCEPTION 'plan_steps_four_eyes: % may not take % on plan %', NEW.person_id, NEW.action, NEW.plan_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_steps_four_eyes';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "plan_steps_follow" BEFORE INSERT ON "plan_steps" FOR EACH ROW EXECUTE FUNCTION check_plan_step();

-- State and steps change together or not at all: looked at when the transaction ends.
CREATE FUNCTION check_plan_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  plan text := CASE TG_TABLE_NAME WHEN 'plans' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'plan_id' END;
  stands "PlanState";
  reached "PlanState";
BEGIN
  SELECT state INTO stands FROM plans WHERE id = plan;
  SELECT to_state INTO reached FROM plan_steps WHERE plan_id = plan ORDER BY position DESC LIMIT 1;
  IF stands <> coalesce(reached, 'DRAFT') THEN
    RAISE EXCEPTION 'plans_state_is_of_last_step: plan % stands at %, its last step leads to %', plan, stands, coalesce(reached, 'DRAFT')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_state_is_of_last_step';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "plans_state_is_of_last_step" AFTER INSERT OR UPDATE OF "state" ON "plans"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_plan_state();
CREATE CONSTRAINT TRIGGER "plan_steps_reach_their_state" AFTER INSERT ON "plan_steps"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_plan_state();
