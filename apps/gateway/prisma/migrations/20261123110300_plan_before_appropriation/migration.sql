-- What the Prisma schema cannot say.

-- What the budget has allotted to a year from one source, with what was carried into it, in đồng. Nothing is returned before
-- the year itself is given something: the plan comes before its appropriation, and money that is carried in does not wait for
-- it. Once there is one it covers the plan (appropriations_cover_plan).
CREATE OR REPLACE FUNCTION appropriated_to(programme text, of_year int, from_source "FundSource") RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT appropriation_received(a.id) FROM appropriations a
  WHERE a.programme_id = programme AND a.year = of_year AND a.source = from_source
    AND (
      SELECT coalesce(sum(e.amount), 0)
      FROM posting_entries e JOIN posting_roots p ON p.id = e.posting_id
      WHERE e.appropriation_id = a.id AND e.account = 'APPROPRIATION' AND p.root::text IN ('APPROPRIATION', 'CUT')
    ) > 0
$$;
