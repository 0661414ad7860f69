CREATE TYPE "public"."attribute_type" AS ENUM('text', 'number', 'currency', 'percent', 'link', 'date', 'list', 'checkbox');--> statement-breakpoint
CREATE TYPE "public"."enrollment_method" AS ENUM('manual', 'bulk', 'automation', 'macro', 'api', 'event', 'inactivity', 'ai');--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'undone' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'converted' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."inbound_meaning" ADD VALUE 'out_of_office';--> statement-breakpoint
CREATE TABLE "macros" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"actions" jsonb NOT NULL,
	"owner_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "rule_runs" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"rule_id" uuid,
	"macro_id" uuid,
	"event" text NOT NULL,
	"event_key" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"record_id" uuid,
	"conversation_id" uuid,
	"status" text NOT NULL,
	"because" text,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"actions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"caused_by" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"actor_id" uuid,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"trigger" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "triggers" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid,
	"rule_id" uuid,
	"event" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"trigger" jsonb NOT NULL,
	"checked_until" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "attribute_definitions" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"type" "attribute_type" NOT NULL,
	"options" text[] DEFAULT '{}'::text[] NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone,
	CONSTRAINT "attribute_definitions_accountId_key_unique" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "contact_import_changes" (
	"account_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"before" jsonb,
	"identity_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "contact_import_changes_import_id_contact_id_pk" PRIMARY KEY("import_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "contact_imports" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"imported_at" timestamp (6) with time zone NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unusable" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "segments_accountId_name_unique" UNIQUE("account_id","name")
);
--> statement-breakpoint
CREATE TABLE "bulk_enrollments" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"audience" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"total" integer NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"existing" integer DEFAULT 0 NOT NULL,
	"refused" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"undone" integer DEFAULT 0 NOT NULL,
	"stopped" integer DEFAULT 0 NOT NULL,
	"restored" integer DEFAULT 0 NOT NULL,
	"undone_by" uuid,
	"cursor" uuid,
	"error" text,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (6) with time zone,
	"finished_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "conversions" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"step_id" uuid,
	"event_id" uuid NOT NULL,
	"event" text NOT NULL,
	"is_holdout" boolean DEFAULT false NOT NULL,
	"is_after_end" boolean NOT NULL,
	"amount" bigint,
	"currency" text,
	"at" timestamp (6) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_acts" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"bulk_id" uuid,
	"items" jsonb NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "pipelines" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"pipeline_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone
);
--> statement-breakpoint
ALTER TABLE "sequence_triggers" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "sequence_triggers" CASCADE;--> statement-breakpoint
ALTER TABLE "contact_events" ADD COLUMN "conversation_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "status" "message_status";--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "content" json;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "claimed_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "sent_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "delivered_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "read_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "error_code" text;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "error_detail" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "last_outbound_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "seen_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "snoozed_until" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "method" "enrollment_method" DEFAULT 'manual' NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "bulk_id" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "replies_from" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "exclusivity_group" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "ends_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "date_set_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "date_set_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "paid_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "status_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "known_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "status_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "known_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "status_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "known_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "stage_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "position" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "stage_changed_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "last_activity_at" timestamp (6) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "stalled_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "closed_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "lost_reason" text;--> statement-breakpoint
ALTER TABLE "sequences" ADD COLUMN "draft_saved_by" uuid;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_runs" ADD CONSTRAINT "rule_runs_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_runs" ADD CONSTRAINT "rule_runs_macro_id_macros_id_fk" FOREIGN KEY ("macro_id") REFERENCES "public"."macros"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triggers" ADD CONSTRAINT "triggers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triggers" ADD CONSTRAINT "triggers_sequence_id_sequences_id_fk" FOREIGN KEY ("sequence_id") REFERENCES "public"."sequences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triggers" ADD CONSTRAINT "triggers_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribute_definitions" ADD CONSTRAINT "attribute_definitions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_import_changes" ADD CONSTRAINT "contact_import_changes_import_id_contact_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."contact_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_imports" ADD CONSTRAINT "contact_imports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_enrollments" ADD CONSTRAINT "bulk_enrollments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversions" ADD CONSTRAINT "conversions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_acts" ADD CONSTRAINT "run_acts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pipelines" ADD CONSTRAINT "pipelines_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_pipeline_id_pipelines_id_fk" FOREIGN KEY ("pipeline_id") REFERENCES "public"."pipelines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "macros_list" ON "macros" USING btree ("account_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_runs_once" ON "rule_runs" USING btree ("rule_id","event_key","contact_id") WHERE rule_id is not null;--> statement-breakpoint
CREATE INDEX "rule_runs_list" ON "rule_runs" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "rule_runs_of_rule" ON "rule_runs" USING btree ("rule_id","id");--> statement-breakpoint
CREATE INDEX "rule_runs_of_contact" ON "rule_runs" USING btree ("rule_id","contact_id","at");--> statement-breakpoint
CREATE INDEX "rule_runs_unfinished" ON "rule_runs" USING btree ("account_id","at") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "rules_list" ON "rules" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "triggers_event" ON "triggers" USING btree ("account_id","event","name");--> statement-breakpoint
CREATE INDEX "triggers_sequence" ON "triggers" USING btree ("sequence_id");--> statement-breakpoint
CREATE INDEX "triggers_rule" ON "triggers" USING btree ("rule_id");--> statement-breakpoint
CREATE INDEX "triggers_clock" ON "triggers" USING btree ("account_id","checked_until") WHERE checked_until is not null;--> statement-breakpoint
CREATE INDEX "contacts_merged" ON "contacts" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_name" ON "contacts" USING btree ("account_id",lower(name));--> statement-breakpoint
CREATE INDEX "contact_imports_list" ON "contact_imports" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "bulk_enrollments_list" ON "bulk_enrollments" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversions_one" ON "conversions" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "conversions_of_sequence" ON "conversions" USING btree ("sequence_id","at");--> statement-breakpoint
CREATE INDEX "conversions_recent" ON "conversions" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "run_acts_list" ON "run_acts" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "run_acts_of_bulk" ON "run_acts" USING btree ("bulk_id") WHERE bulk_id is not null;--> statement-breakpoint
CREATE INDEX "enrollments_of_bulk" ON "enrollments" USING btree ("bulk_id","id") WHERE bulk_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_refused" ON "ledger" USING btree ("account_id","id") WHERE kind = 'enrollment_refused';--> statement-breakpoint
CREATE INDEX "pipelines_list" ON "pipelines" USING btree ("account_id","position");--> statement-breakpoint
CREATE INDEX "stages_of_pipeline" ON "stages" USING btree ("pipeline_id","position");--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_events_recent" ON "contact_events" USING btree ("account_id","name","at");--> statement-breakpoint
CREATE INDEX "conversation_messages_recent" ON "conversation_messages" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "conversation_messages_unfinished" ON "conversation_messages" USING btree ("account_id","claimed_at") WHERE status = 'claimed';--> statement-breakpoint
CREATE INDEX "conversations_snoozed" ON "conversations" USING btree ("account_id","snoozed_until") WHERE status = 'snoozed';--> statement-breakpoint
CREATE INDEX "conversations_unresolved" ON "conversations" USING btree ("account_id","last_message_at","id") WHERE status in ('open', 'pending', 'snoozed');--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_one_of_group" ON "enrollments" USING btree ("contact_id","exclusivity_group") WHERE status in ('active', 'paused') and exclusivity_group is not null;--> statement-breakpoint
CREATE INDEX "appointments_calendar" ON "appointments" USING btree ("account_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_date_set" ON "appointments" USING btree ("account_id","date_set_at");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_external" ON "appointments" USING btree ("account_id","external_id") WHERE external_id is not null;--> statement-breakpoint
CREATE INDEX "charges_due" ON "charges" USING btree ("account_id","due_on");--> statement-breakpoint
CREATE INDEX "charges_pending" ON "charges" USING btree ("account_id","due_on") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "charges_date_set" ON "charges" USING btree ("account_id","date_set_at");--> statement-breakpoint
CREATE UNIQUE INDEX "charges_external" ON "charges" USING btree ("account_id","external_id") WHERE external_id is not null;--> statement-breakpoint
CREATE INDEX "deals_board" ON "deals" USING btree ("stage_id","position","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "deals_idle" ON "deals" USING btree ("account_id","last_activity_at") WHERE status = 'open' and stalled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "deals_external" ON "deals" USING btree ("account_id","external_id") WHERE external_id is not null;
--> statement-breakpoint
SELECT secure_tenant_table('macros');
--> statement-breakpoint
SELECT secure_tenant_table('rule_runs');
--> statement-breakpoint
SELECT secure_tenant_table('rules');
--> statement-breakpoint
SELECT secure_tenant_table('triggers');
--> statement-breakpoint
SELECT secure_tenant_table('attribute_definitions');
--> statement-breakpoint
SELECT secure_tenant_table('contact_import_changes');
--> statement-breakpoint
SELECT secure_tenant_table('contact_imports');
--> statement-breakpoint
SELECT secure_tenant_table('segments');
--> statement-breakpoint
SELECT secure_tenant_table('bulk_enrollments');
--> statement-breakpoint
SELECT secure_tenant_table('conversions');
--> statement-breakpoint
SELECT secure_tenant_table('run_acts');
--> statement-breakpoint
SELECT secure_tenant_table('pipelines');
--> statement-breakpoint
SELECT secure_tenant_table('stages');

--> statement-breakpoint
-- What lib/core/conditions.ts makes of a value, for filters over many contacts: a text without regard to case and
-- surrounding blanks, a number, a day, an instant; null where the value is none. Blanks are those of JavaScript.
CREATE FUNCTION condition_trimmed(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
  SELECT btrim(value, U&' \0009\000a\000b\000c\000d\00a0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200a\2028\2029\202f\205f\3000\feff')
$fn$;
--> statement-breakpoint
CREATE FUNCTION condition_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
  SELECT lower(condition_trimmed(normalize(value, NFC)))
$fn$;
--> statement-breakpoint
-- The bounds keep the cast within what a double can hold.
CREATE FUNCTION condition_number(value text) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
  SELECT CASE WHEN condition_trimmed(value) ~ '^[+-]?([0-9]{1,100}\.?[0-9]{0,100}|\.[0-9]{1,100})([eE][+-]?[0-9]{1,2})?$'
    THEN condition_trimmed(value)::double precision END
$fn$;
--> statement-breakpoint
-- As JavaScript reads it, the 31st of a shorter month is in the next one.
CREATE FUNCTION condition_date(value text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
  SELECT CASE WHEN condition_trimmed(value) ~ ('^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
      || '(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?$')
    THEN make_date(substr(condition_trimmed(value), 1, 4)::int, substr(condition_trimmed(value), 6, 2)::int, 1)
      + (substr(condition_trimmed(value), 9, 2)::int - 1) END
$fn$;
--> statement-breakpoint
-- Of a date with a time alone.
CREATE FUNCTION condition_instant(value text) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
  SELECT CASE WHEN length(condition_trimmed(value)) > 10 AND condition_date(value) IS NOT NULL THEN
    (condition_date(value)::timestamp
      + make_interval(hours => substr(condition_trimmed(value), 12, 2)::int,
          mins => substr(condition_trimmed(value), 15, 2)::int,
          secs => coalesce(substring(condition_trimmed(value) from ':([0-9]{2}(\.[0-9]{1,3})?)[0-9]*(Z|[+-])')
            ::double precision, 0) * (substr(condition_trimmed(value), 17, 1) = ':')::int)
      - coalesce((substring(condition_trimmed(value) from '([+-][0-9]{2}:[0-9]{2})$'))::interval, '0'::interval))
    AT TIME ZONE 'UTC' END
$fn$;

--> statement-breakpoint
-- The ledger and the consents stay append-only for everybody. One exception is the law's: when a person is erased, what
-- they wrote and what was seen of them is blanked, while every row, with its moment, kind and reason, stays as it is. Only
-- erase_texts may do so: it runs as the owner of the tables, whom the app cannot become, and says so by a setting.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME IN ('ledger', 'consents') AND current_setting('app.erasing', true) = 'on'
    AND (SELECT relowner FROM pg_class WHERE oid = TG_RELID) = (SELECT oid FROM pg_roles WHERE rolname = current_user)
  THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$fn$;
--> statement-breakpoint
-- Within the account of the transaction, because row-level security binds the owner too. Of what a ledger row saw the
-- numbers, the instants, the ids and the product's own words stay.
CREATE FUNCTION erase_texts(contact_ids uuid[], enrollment_ids uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET app.erasing = 'on' AS $fn$
BEGIN
  UPDATE consents SET text = '' WHERE contact_id = ANY(contact_ids)
    AND account_id = (SELECT nullif(current_setting('app.account_id', true), '')::uuid);
  UPDATE ledger l SET because = json_build_object('code', l.because->>'code', 'data', (
      SELECT coalesce(json_object_agg(d.key, d.value), '{}') FROM json_each(l.because->'data') d
      WHERE json_typeof(d.value) IN ('number', 'boolean', 'null')
        OR (json_typeof(d.value) = 'string' AND (
          d.key IN ('channel', 'meaning', 'zone', 'source', 'code', 'reason', 'event', 'trigger', 'method', 'variable',
            'operator', 'unit', 'span', 'status', 'act', 'window', 'inbox', 'other')
          OR d.value#>>'{}' ~ '^([0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'))))
    WHERE (l.enrollment_id = ANY(enrollment_ids) OR (l.enrollment_id IS NULL AND l.contact_id = ANY(contact_ids)))
      AND l.account_id = (SELECT nullif(current_setting('app.account_id', true), '')::uuid);
END
$fn$;
