-- CreateEnum
CREATE TYPE "PaymentKind" AS ENUM ('ADVANCE', 'SETTLEMENT');

-- CreateEnum
CREATE TYPE "PaymentState" AS ENUM ('REQUESTED', 'CONFIRMED', 'REFUSED');

-- AlterEnum
ALTER TYPE "PostingKind" ADD VALUE 'CUT';

-- DropIndex
DROP INDEX "awards_plan_line_id_key";

-- AlterTable
ALTER TABLE "awards" ADD COLUMN     "advance_cap" BIGINT,
ADD COLUMN     "plan_date" DATE NOT NULL;

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "award_id" TEXT,
ALTER COLUMN "proposal_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "postings" ADD COLUMN     "payment_id" TEXT;

-- CreateTable
CREATE TABLE "account_balances" (
    "key" TEXT NOT NULL,
    "account" "AccountKind" NOT NULL,
    "appropriation_id" TEXT NOT NULL,
    "award_id" TEXT,
    "balance" BIGINT NOT NULL,

    CONSTRAINT "account_balances_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "payment_requests" (
    "id" TEXT NOT NULL,
    "award_id" TEXT NOT NULL,
    "kind" "PaymentKind" NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'REQUESTED',
    "amount" BIGINT NOT NULL,
    "document" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "facts" JSONB NOT NULL,
    "acceptance_document" TEXT,
    "accepted_on" DATE,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision_document" TEXT,
    "reason" TEXT,
    "decided_by" TEXT,
    "decided_on" DATE,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "payment_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_vouchers" (
    "payment_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "support" BIGINT NOT NULL,

    CONSTRAINT "payment_vouchers_pkey" PRIMARY KEY ("payment_id","position")
);

-- CreateIndex
CREATE INDEX "account_balances_appropriation_id_idx" ON "account_balances"("appropriation_id");

-- CreateIndex
CREATE INDEX "account_balances_award_id_idx" ON "account_balances"("award_id");

-- CreateIndex
CREATE INDEX "payment_requests_award_id_idx" ON "payment_requests"("award_id");

-- CreateIndex
CREATE INDEX "payment_requests_state_id_idx" ON "payment_requests"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_vouchers_payment_id_number_key" ON "payment_vouchers"("payment_id", "number");

-- CreateIndex
CREATE INDEX "awards_plan_line_id_idx" ON "awards"("plan_line_id");

-- CreateIndex
CREATE INDEX "decisions_award_id_idx" ON "decisions"("award_id");

-- CreateIndex
CREATE UNIQUE INDEX "postings_payment_id_key" ON "postings"("payment_id");

-- AddForeignKey
ALTER TABLE "postings" ADD CONSTRAINT "postings_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_balances" ADD CONSTRAINT "account_balances_appropriation_id_fkey" FOREIGN KEY ("appropriation_id") REFERENCES "appropriations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_balances" ADD CONSTRAINT "account_balances_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_requests" ADD CONSTRAINT "payment_requests_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_vouchers" ADD CONSTRAINT "payment_vouchers_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_award_id_fkey" FOREIGN KEY ("award_id") REFERENCES "awards"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

-- Each rule below has a name; whoever breaks it is told the name, and the gateway has a sentence for each (src/modules/money/refusals.ts).
CREATE FUNCTION refuse_money(rule text, message text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: %', rule, message USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END
$$;

ALTER TABLE "decisions"
  ADD CONSTRAINT "decisions_about_something" CHECK ("proposal_id" IS NOT NULL OR "award_id" IS NOT NULL);
ALTER TABLE "awards"
  ADD CONSTRAINT "awards_advance_cap_within_amount" CHECK ("advance_cap" >= 0 AND "advance_cap" <= "amount");
ALTER TABLE "postings"
  ADD CONSTRAINT "postings_correction_of_something" CHECK (("kind" = 'CORRECTION') = ("corrects_id" IS NOT NULL)),
  ADD CONSTRAINT "postings_correction_has_reason" CHECK ("kind" <> 'CORRECTION' OR coalesce(trim("reason"), '') <> ''),
  ADD CONSTRAINT "postings_payment_on_request" CHECK (("kind" IN ('ADVANCE', 'SETTLEMENT')) = ("payment_id" IS NOT NULL)),
  ADD CONSTRAINT "postings_document_given" CHECK (trim("document") <> '');
ALTER TABLE "posting_entries"
  ADD CONSTRAINT "posting_entries_something_moves" CHECK ("amount" <> 0),
  ADD CONSTRAINT "posting_entries_account_has_owner" CHECK (
    ("account" = 'OUTSIDE') = ("appropriation_id" IS NULL)
    AND ("account" IN ('COMMITMENT', 'ADVANCE', 'SETTLEMENT')) = ("award_id" IS NOT NULL)
  );
ALTER TABLE "account_balances"
  ADD CONSTRAINT "balances_free_not_negative" CHECK ("account" <> 'APPROPRIATION' OR "balance" >= 0),
  ADD CONSTRAINT "balances_committed_not_negative" CHECK ("account" <> 'COMMITMENT' OR "balance" >= 0),
  ADD CONSTRAINT "balances_advanced_not_negative" CHECK ("account" <> 'ADVANCE' OR "balance" >= 0),
  ADD CONSTRAINT "balances_settled_not_negative" CHECK ("account" <> 'SETTLEMENT' OR "balance" >= 0),
  ADD CONSTRAINT "balances_returned_not_negative" CHECK ("account" <> 'RETURN' OR "balance" >= 0),
  ADD CONSTRAINT "balances_carried_over_not_negative" CHECK ("account" <> 'CARRY_OVER' OR "balance" >= 0),
  ADD CONSTRAINT "balances_not_of_outside" CHECK ("account" <> 'OUTSIDE');
ALTER TABLE "payment_requests"
  ADD CONSTRAINT "payments_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "payments_four_eyes" CHECK ("decided_by" <> "requested_by"),
  ADD CONSTRAINT "payments_decided_whole" CHECK (
    ("state" <> 'REQUESTED') = ("decided_by" IS NOT NULL)
    AND ("state" <> 'REQUESTED') = ("decided_on" IS NOT NULL)
    AND ("state" <> 'REQUESTED') = ("decision_document" IS NOT NULL)
  ),
  ADD CONSTRAINT "payments_refused_with_reason" CHECK ("state" <> 'REFUSED' OR coalesce(trim("reason"), '') <> '');
ALTER TABLE "payment_vouchers"
  ADD CONSTRAINT "payment_vouchers_support_within_amount" CHECK (0 <= "support" AND "support" <= "amount"),
  ADD CONSTRAINT "payment_vouchers_support_where_it_counts" CHECK ("counts" OR "support" = 0);

CREATE TRIGGER "payment_vouchers_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "payment_vouchers"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "payment_requests_kept" BEFORE DELETE OR TRUNCATE ON "payment_requests"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "awards_kept" BEFORE DELETE OR TRUNCATE ON "awards"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "appropriations_kept" BEFORE DELETE OR TRUNCATE ON "appropriations"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Records that may only count on: everything else about them stays as it was made.
CREATE FUNCTION only_version_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'version' IS DISTINCT FROM to_jsonb(OLD) - 'version' THEN
    PERFORM refuse_money(TG_TABLE_NAME || '_unchanged', 'its rows never change but for their version');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "awards_unchanged" BEFORE UPDATE ON "awards" FOR EACH ROW EXECUTE FUNCTION only_version_changes();
CREATE TRIGGER "appropriations_unchanged" BEFORE UPDATE ON "appropriations"
  FOR EACH ROW EXECUTE FUNCTION only_version_changes();

-- A request is decided once, and what was requested stays.
CREATE FUNCTION check_payment_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decision text[] := '{state,version,decision_document,reason,decided_by,decided_on,decided_at}';
BEGIN
  IF OLD.state <> 'REQUESTED' THEN
    PERFORM refuse_money('payments_decided_once', format('%s is %s already', OLD.id, OLD.state));
  END IF;
  IF to_jsonb(NEW) - decision IS DISTINCT FROM to_jsonb(OLD) - decision THEN
    PERFORM refuse_money('payments_request_unchanged', 'what was requested never changes');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "payment_requests_change" BEFORE UPDATE ON "payment_requests"
  FOR EACH ROW EXECUTE FUNCTION check_payment_change();

-- As accountKey of @khuyencong/budget.
CREATE FUNCTION account_key(account "AccountKind", appropriation text, award text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws('/', replace(lower(account::text), '_', '-'), appropriation, award)
$$;

-- A posting, and the kind of what it is about: of a correction that of the posting which it undoes.
CREATE VIEW "posting_roots" AS
  SELECT p.id, p.kind, p.appropriation_id, p.award_id, coalesce(o.kind, p.kind) AS root
  FROM postings p LEFT JOIN postings o ON o.id = p.corrects_id;

-- Đồng that came in: allotted without what was cut, and taken up from the year before.
CREATE FUNCTION appropriation_received(appropriation text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(e.amount), 0)
  FROM posting_entries e JOIN posting_roots p ON p.id = e.posting_id
  WHERE e.appropriation_id = appropriation AND e.account = 'APPROPRIATION'
    AND (p.root::text IN ('APPROPRIATION', 'CUT')
         OR p.root = 'CARRY_OVER' AND EXISTS (SELECT FROM posting_entries f
              WHERE f.posting_id = e.posting_id AND f.appropriation_id <> appropriation))
$$;

CREATE OR REPLACE FUNCTION appropriated_to(programme text, of_year int, from_source "FundSource") RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT appropriation_received(a.id) FROM appropriations a
  WHERE a.programme_id = programme AND a.year = of_year AND a.source = from_source
$$;

-- Đồng that the newest approved edition of the year's plan wants of an appropriation.
CREATE FUNCTION appropriation_planned(appropriation text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(l.approved), 0)
  FROM appropriations a
  JOIN plan_lines l ON l.source = a.source AND l.plan_id = (
    SELECT p.id FROM plans p WHERE p.programme_id = a.programme_id AND p.year = a.year AND p.state = 'APPROVED'
    ORDER BY p.edition DESC LIMIT 1)
  WHERE a.id = appropriation
$$;

-- Đồng of an appropriation that are promised to awards, paid or not, without what came back.
CREATE FUNCTION appropriation_promised(appropriation text) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(balance), 0) FROM account_balances
  WHERE appropriation_id = appropriation AND account IN ('COMMITMENT', 'ADVANCE', 'SETTLEMENT')
$$;

-- An award whose commitment was corrected does not count any more.
CREATE FUNCTION award_is_void(award text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM posting_roots p WHERE p.award_id = award AND p.kind = 'CORRECTION' AND p.root = 'COMMITMENT')
$$;

-- An award keeps to the newest approved plan, once for each of its items. The lock on the appropriation lets awards under
-- it, and a new edition of the plan, come one after the other.
CREATE FUNCTION check_award() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  money appropriations;
  line plan_lines;
  plan plans;
  proposal_state "ProposalState";
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
    WHERE l.item_id = line.item_id AND a.id <> NEW.id AND NOT award_is_void(a.id)
  ) THEN
    PERFORM refuse_money('awards_once', 'there is an award for this item of the plan');
  END IF;
  IF NEW.proposal_id IS NOT NULL THEN
    SELECT state INTO proposal_state FROM proposals WHERE id = NEW.proposal_id FOR SHARE;
    IF proposal_state NOT IN ('APPROVED', 'CONTRACTED', 'RUNNING') THEN
      PERFORM refuse_money('awards_of_approved_proposal', format('the proposal is %s', proposal_state));
    END IF;
  END IF;
  IF appropriation_promised(NEW.appropriation_id) + NEW.amount > appropriation_planned(NEW.appropriation_id) THEN
    PERFORM refuse_money('awards_within_plan', 'all awards together would be above what the plan approves');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "awards_checked" BEFORE INSERT ON "awards" FOR EACH ROW EXECUTE FUNCTION check_award();

-- A payment needs its confirmed request, an advance a contract that runs, a settlement work that was accepted.
CREATE FUNCTION check_posting_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
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
    OR award.proposal_id IS NOT NULL AND (proposal.state NOT IN ('ACCEPTED', 'SETTLED') OR NOT EXISTS (
      SELECT FROM proposal_steps s WHERE s.proposal_id = proposal.id AND s.to_state = 'ACCEPTED' AND s."on" <= NEW."on"))
  ) THEN
    PERFORM refuse_money('postings_settled_after_acceptance', 'the work is not accepted');
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "postings_allowed" BEFORE INSERT ON "postings" FOR EACH ROW EXECUTE FUNCTION check_posting_allowed();

-- Balances move with the entries. The update waits for whoever holds the row: two writers never see the same đồng as free.
CREATE FUNCTION move_balances() RETURNS trigger LANGUAGE plpgsql AS $$
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
      IF appropriation_received(moved.appropriation_id) < appropriation_planned(moved.appropriation_id) THEN
        PERFORM refuse_money('appropriations_cover_plan', format('the plan wants %s',
          appropriation_planned(moved.appropriation_id)));
      END IF;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER "posting_entries_move_balances" AFTER INSERT ON "posting_entries" REFERENCING NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION move_balances();

CREATE FUNCTION refuse_balance_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR TG_OP IN ('DELETE', 'TRUNCATE') THEN
    PERFORM refuse_money('balances_by_postings_only', TG_OP || ' by hand');
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_balances_by_postings_only" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "account_balances"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_balance_by_hand();

-- The whole posting, looked at before its transaction ends: it balances, its money took a way of its kind, and a correction is
-- the mirror of what it undoes. The ways are those of @khuyencong/budget.
CREATE FUNCTION check_posting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  posting postings;
  original postings;
  payment payment_requests;
  into_ posting_entries;
  paths text[] := ARRAY[
    'APPROPRIATION OUTSIDE APPROPRIATION', 'CUT APPROPRIATION OUTSIDE', 'COMMITMENT APPROPRIATION COMMITMENT',
    'RELEASE COMMITMENT APPROPRIATION', 'ADVANCE COMMITMENT ADVANCE', 'SETTLEMENT ADVANCE SETTLEMENT',
    'SETTLEMENT COMMITMENT SETTLEMENT', 'RETURN ADVANCE RETURN', 'RETURN APPROPRIATION RETURN',
    'CARRY_OVER APPROPRIATION CARRY_OVER', 'CARRY_OVER CARRY_OVER APPROPRIATION'];
BEGIN
  SELECT * INTO posting FROM postings WHERE id = coalesce(to_jsonb(NEW) ->> 'posting_id', to_jsonb(NEW) ->> 'id');
  IF (SELECT coalesce(sum(amount), 1) FROM posting_entries WHERE posting_id = posting.id) <> 0 THEN
    PERFORM refuse_money('postings_balanced', format('the entries of %s do not sum to zero', posting.id));
  END IF;
  IF EXISTS (
    SELECT FROM posting_entries e LEFT JOIN awards a ON a.id = e.award_id
    WHERE e.posting_id = posting.id AND e.award_id IS NOT NULL
      AND (a.appropriation_id IS DISTINCT FROM e.appropriation_id OR e.award_id IS DISTINCT FROM posting.award_id)
  ) OR NOT EXISTS (
    SELECT FROM posting_entries e WHERE e.posting_id = posting.id AND e.appropriation_id = posting.appropriation_id
  ) OR posting.award_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM posting_entries e WHERE e.posting_id = posting.id AND e.award_id = posting.award_id
  ) THEN
    PERFORM refuse_money('postings_of_one_award', format('%s moves the money of another award', posting.id));
  END IF;

  IF posting.kind = 'CORRECTION' THEN
    SELECT * INTO original FROM postings WHERE id = posting.corrects_id;
    IF original.kind = 'CORRECTION' THEN
      PERFORM refuse_money('postings_correction_of_correction', format('%s is a correction itself', original.id));
    END IF;
    IF (original.appropriation_id, original.award_id) IS DISTINCT FROM (posting.appropriation_id, posting.award_id) OR EXISTS (
      SELECT FROM (SELECT * FROM posting_entries WHERE posting_id = original.id) o
      FULL JOIN (SELECT * FROM posting_entries WHERE posting_id = posting.id) c
        ON account_key(c.account, c.appropriation_id, c.award_id) = account_key(o.account, o.appropriation_id, o.award_id)
       AND c.amount = -o.amount
      WHERE o.posting_id IS NULL OR c.posting_id IS NULL
    ) THEN
      PERFORM refuse_money('postings_correction_is_mirror', format('%s does not undo %s', posting.id, original.id));
    END IF;
    RETURN NULL;
  END IF;

  IF (SELECT count(*) FILTER (WHERE amount > 0) <> 1 OR count(*) <> count(DISTINCT account)
      FROM posting_entries WHERE posting_id = posting.id) THEN
    PERFORM refuse_money('postings_paths', format('%s does not move money into one account', posting.id));
  END IF;
  SELECT * INTO into_ FROM posting_entries WHERE posting_id = posting.id AND amount > 0;
  IF EXISTS (
    SELECT FROM posting_entries e WHERE e.posting_id = posting.id AND e.amount < 0 AND NOT (
      concat_ws(' ', posting.kind, e.account, into_.account) = ANY (paths)
      AND (e.account = 'OUTSIDE' OR into_.account = 'OUTSIDE' OR e.appropriation_id = into_.appropriation_id
           OR e.account = 'CARRY_OVER'))
  ) THEN
    PERFORM refuse_money('postings_paths', format('%s is no way for a %s', posting.id, posting.kind));
  END IF;
  IF into_.account = 'APPROPRIATION' AND posting.kind = 'CARRY_OVER' AND (into_.appropriation_id <> posting.appropriation_id
    OR NOT EXISTS (
      SELECT FROM posting_entries e JOIN appropriations a ON a.id = e.appropriation_id
      JOIN appropriations b ON b.id = into_.appropriation_id
      WHERE e.posting_id = posting.id AND e.amount < 0
        AND (b.programme_id, b.year, b.source) = (a.programme_id, a.year + 1, a.source))
  ) THEN
    PERFORM refuse_money('postings_carry_to_next_year', 'money moves to the next year of the same source');
  END IF;
  IF posting.payment_id IS NOT NULL THEN
    SELECT * INTO payment FROM payment_requests WHERE id = posting.payment_id;
    IF payment.amount <> into_.amount THEN
      PERFORM refuse_money('postings_payment_amount', format('%s was confirmed', payment.amount));
    END IF;
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "postings_whole" AFTER INSERT ON "postings" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_posting();
CREATE CONSTRAINT TRIGGER "posting_entries_whole" AFTER INSERT ON "posting_entries" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_posting();
