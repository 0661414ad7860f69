-- Months are UTC. The default partition catches what lies outside, so that no insert is ever refused.
-- Callable by the worker, which owns nothing.
CREATE FUNCTION ensure_month_partitions(months_ahead integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
DECLARE
  month timestamptz;
  name text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ensure_month_partitions'));
  FOR month IN SELECT generate_series(
    date_trunc('month', now(), 'UTC') - interval '1 month',
    date_trunc('month', now(), 'UTC') + make_interval(months => months_ahead), interval '1 month')
  LOOP
    name := 'messages_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF messages FOR VALUES FROM (%L) TO (%L)',
        name, id_floor(month), id_floor(month + interval '1 month'));
      PERFORM secure_tenant_table(name::regclass);
    END IF;
    name := 'ledger_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
    IF to_regclass(name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I PARTITION OF ledger FOR VALUES FROM (%L) TO (%L)',
        name, month, month + interval '1 month');
      PERFORM secure_tenant_table(name::regclass);
    END IF;
  END LOOP;
END
$fn$;
--> statement-breakpoint
CREATE TABLE messages_default PARTITION OF messages DEFAULT;
--> statement-breakpoint
CREATE TABLE ledger_default PARTITION OF ledger DEFAULT;
--> statement-breakpoint
SELECT ensure_month_partitions(12);
--> statement-breakpoint
DO $body$
DECLARE
  target regclass;
BEGIN
  FOR target IN
    SELECT c.oid::regclass FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'account_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
  LOOP
    PERFORM secure_tenant_table(target);
  END LOOP;
END
$body$;
--> statement-breakpoint
-- A person may see which accounts they belong to before one is chosen.
CREATE POLICY own ON members FOR SELECT
  USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE ON sequence_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The same as lib/identity-hash.ts, for statements over many contacts. The cast of the enum is stable only in general;
-- the values of this one are never renamed.
CREATE FUNCTION identity_hash(kind identity_kind, value text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $fn$
  SELECT encode(sha256(convert_to(kind::text || ':' || value, 'UTF8')), 'hex')
$fn$;
