-- What the Prisma schema cannot say.

-- No money is approved for a proposal that was stopped while a draft still had it. What its contracts have spent stays.
CREATE FUNCTION check_plan_without_stopped() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stopped record;
BEGIN
  SELECT l.id INTO stopped
  FROM plan_lines l JOIN proposals p ON p.id = l.proposal_id
  WHERE l.plan_id = NEW.id AND p.state = 'CANCELLED' AND promised_to(l.item_id, l.source) = 0
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'plans_pay_none_stopped: the proposal of line % is stopped', stopped.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plans_pay_none_stopped';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "plans_pay_none_stopped" BEFORE UPDATE OF "state" ON "plans"
  FOR EACH ROW WHEN (NEW.state = 'APPROVED') EXECUTE FUNCTION check_plan_without_stopped();
