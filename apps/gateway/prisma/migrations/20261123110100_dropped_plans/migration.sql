-- DropIndex
DROP INDEX "plans_programme_id_year_edition_key";

-- What the Prisma schema cannot say.

-- A draft that was dropped gives the number of its edition back.
CREATE UNIQUE INDEX "plans_programme_id_year_edition_key" ON "plans"("programme_id", "year", "edition")
  WHERE "state" <> 'DROPPED';

ALTER TABLE "plan_steps"
  ADD CONSTRAINT "plan_steps_drop_has_reason" CHECK ("action" <> 'dropPlan' OR "reason" IS NOT NULL);

-- As before, and what was dropped stays as it was.
CREATE OR REPLACE FUNCTION check_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'APPROVED' THEN
    RAISE EXCEPTION 'plans_approved_stand: plan % is approved, and is changed by a new edition alone', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plans_approved_stand';
  END IF;
  IF OLD.state = 'DROPPED' THEN
    RAISE EXCEPTION 'plans_dropped_stay: plan % was dropped, and stays as it was', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plans_dropped_stay';
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
  -- A proposal that stands in no other plan would be in one that there is no more.
  IF NEW.state = 'DROPPED' AND EXISTS (
    SELECT 1 FROM plan_lines l JOIN proposals p ON p.id = l.proposal_id WHERE l.plan_id = NEW.id AND p.state = 'IN_PLAN'
  ) THEN
    RAISE EXCEPTION 'plans_dropped_free: plan % is dropped with proposals in it', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_dropped_free';
  END IF;
  IF NEW.state = 'APPROVED' THEN
    PERFORM check_plan_approval(NEW);
  END IF;
  RETURN NEW;
END
$$;

-- As before, and a draft may be dropped.
CREATE OR REPLACE FUNCTION check_plan_step() RETURNS trigger LANGUAGE plpgsql AS $$
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
    ('approvePlan', 'BALANCED', 'APPROVED'),
    ('dropPlan', 'DRAFT', 'DROPPED')
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
