ALTER TYPE "public"."ledger_kind" ADD VALUE 'repaired' BEFORE 'ended';--> statement-breakpoint
-- The bits of SEND_FACTS in lib/core/metrics.ts. Whoever has read a message has got it, and whoever answered has read it.
-- An opt-out is an answer, but not a reply.
CREATE FUNCTION send_facts(status message_status, sent_at timestamptz, delivered_at timestamptz, read_at timestamptz,
	replied_at timestamptz, reply_intent text, opted_out_at timestamptz)
RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT (
		(sent_at IS NOT NULL)::int
		+ (delivered_at IS NOT NULL OR read_at IS NOT NULL OR replied_at IS NOT NULL)::int * 2
		+ (read_at IS NOT NULL OR replied_at IS NOT NULL)::int * 4
		+ (replied_at IS NOT NULL AND reply_intent IS DISTINCT FROM 'opt_out')::int * 8
		+ (replied_at IS NOT NULL AND reply_intent IS NOT DISTINCT FROM 'interested')::int * 16
		+ (opted_out_at IS NOT NULL)::int * 32
		+ (status = 'failed')::int * 64
		+ (status = 'unknown')::int * 128
		+ (status = 'skipped')::int * 256
		+ (sent_at IS NOT NULL OR status IN ('failed', 'unknown'))::int * 512
	)::smallint
$$;--> statement-breakpoint
-- For lists over many runs: indexes of several columns that are the same in many rows, and of parts of texts.
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- As texts are compared where people search: without case and accents.
CREATE FUNCTION searchable(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT lower(translate(value, 'ÁÀÂÃÄÅáàâãäåÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÕÖóòôõöÚÙÛÜúùûüÇçÑñÝýÿ',
		'aaaaaaaaaaaaeeeeeeeeiiiiiiiioooooooooouuuuuuuuccnnyyy'))
$$;--> statement-breakpoint
CREATE FUNCTION folded_tags(tags text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(lower(tag)), '{}') FROM unnest(tags) tag
$$;--> statement-breakpoint
-- Contacts of the transaction's account whose name or an address is like a pattern, or that have a tag; null where they are
-- more than so many, or seem to be. Row-level security forbids the planner to look up patterns by an index, for anybody whom
-- it binds: so this runs as the owner and asks for the account itself. Where the owner is bound by it, too, it answers the
-- same, only slower.
CREATE FUNCTION find_contacts(name_pattern text, address_pattern text, tag text, most int) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	account uuid := nullif(current_setting('app.account_id', true), '')::uuid;
	found uuid[];
	others uuid[];
BEGIN
	IF account IS NULL THEN RETURN '{}'; END IF;
	-- Written out, so that the planner knows how rare they are.
	IF tag IS NOT NULL THEN
		EXECUTE format('SELECT array(SELECT id FROM contacts WHERE account_id = %L AND folded_tags(tags) @> ARRAY[lower(%L)] LIMIT %s)',
			account, tag, most + 1) INTO found;
	ELSE
		EXECUTE format('SELECT array(SELECT id FROM contacts WHERE account_id = %L AND searchable(name) LIKE %L LIMIT %s)',
			account, name_pattern, most + 1) INTO found;
	END IF;
	IF cardinality(found) > most THEN RETURN NULL; END IF;
	IF tag IS NULL THEN
		EXECUTE format('SELECT array(SELECT contact_id FROM contact_identities WHERE account_id = %L AND value LIKE %L LIMIT %s)',
			account, address_pattern, most + 1) INTO others;
		-- Of a contact with several addresses there are several.
		IF cardinality(others) > most THEN RETURN NULL; END IF;
		found := array(SELECT unnest(found) UNION SELECT unnest(others));
	END IF;
	RETURN CASE WHEN cardinality(found) > most THEN NULL ELSE found END;
END $$;--> statement-breakpoint
-- The numbers of RUN_STANDINGS in lib/core/run-standing.ts.
CREATE FUNCTION run_standing(status enrollment_status, end_reason end_reason)
RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT (CASE status WHEN 'active' THEN 0 WHEN 'paused' THEN 1 ELSE CASE end_reason
		WHEN 'completed' THEN 2 WHEN 'replied' THEN 3 WHEN 'resolved' THEN 4 WHEN 'goal_reached' THEN 5 WHEN 'opted_out' THEN 6
		WHEN 'blocked' THEN 7 WHEN 'stopped' THEN 8 WHEN 'sequence_archived' THEN 9 WHEN 'superseded' THEN 10
		WHEN 'date_passed' THEN 11 WHEN 'undeliverable' THEN 12 WHEN 'failed' THEN 13 WHEN 'expired' THEN 14 ELSE 15 END END)::smallint
$$;--> statement-breakpoint
-- Whole days since 2020, as far as 13 bits go.
CREATE FUNCTION run_day(at timestamptz) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT least(8191, greatest(0, floor(extract(epoch FROM at - timestamptz '2020-01-01 00:00+00') / 86400)))::int
$$;--> statement-breakpoint
-- What lists divide runs by, in one number that indexes in the order of lists carry along (RUN_SIGNATURE in
-- lib/enrollments/filter-signature.ts): a run with another part is not meant, one with the same has to be looked at, because
-- different values may share their bits. The day is that of the step of a live run and of the enrollment of one that is over.
CREATE FUNCTION run_signature(standing smallint, is_holdout boolean, last_channel text, entry text, sequence_id uuid,
	version_id uuid, step_id uuid, assignee_id uuid, day_at timestamptz)
RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT standing::bigint
		| (is_holdout::int::bigint << 4)
		| ((CASE last_channel WHEN 'whatsapp' THEN 1 WHEN 'email' THEN 2 WHEN 'sms' THEN 3 ELSE 0 END)::bigint << 5)
		| (coalesce(hashtext(entry) & 127, 0)::bigint << 8)
		| (coalesce(uuid_hash(sequence_id) & 255, 0)::bigint << 15)
		| (coalesce(uuid_hash(version_id) & 31, 0)::bigint << 23)
		| (coalesce(uuid_hash(step_id) & 127, 0)::bigint << 28)
		| (coalesce(uuid_hash(assignee_id) & 255, 0)::bigint << 35)
		| (coalesce(run_day(day_at), 0)::bigint << 43)
$$;--> statement-breakpoint
CREATE TABLE "report_digests" (
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"every" text NOT NULL,
	"query" text DEFAULT '' NOT NULL,
	"sent_through" date,
	"tried_at" timestamp (6) with time zone,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_digests_one" UNIQUE("account_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "rollup_states" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"zone" text NOT NULL,
	"folded_at" timestamp (6) with time zone,
	"rebuilt_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "run_changes" (
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "run_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 64),
	"account_id" uuid NOT NULL,
	"enrolled_at" timestamp (6) with time zone NOT NULL,
	"sequence_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"entry" text NOT NULL,
	"is_holdout" boolean NOT NULL,
	"status" "enrollment_status" NOT NULL,
	"end_reason" "end_reason",
	"step_id" uuid,
	"runs" integer NOT NULL,
	CONSTRAINT "run_changes_account_id_seq_pk" PRIMARY KEY("account_id","seq")
);
--> statement-breakpoint
CREATE TABLE "run_rollups" (
	"account_id" uuid NOT NULL,
	"grain" text NOT NULL,
	"day" date NOT NULL,
	"sequence_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"is_holdout" boolean NOT NULL,
	"entry" text,
	"status" "enrollment_status",
	"end_reason" "end_reason",
	"step_id" uuid,
	"runs" integer NOT NULL,
	CONSTRAINT "run_rollups_key" UNIQUE NULLS NOT DISTINCT("account_id","grain","day","sequence_id","version_id","is_holdout","entry","status","end_reason","step_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"user_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "send_changes" (
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "send_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 64),
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"counted_at" timestamp (6) with time zone NOT NULL,
	"enrolled_at" timestamp (6) with time zone NOT NULL,
	"sequence_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"variant_id" uuid,
	"channel" "channel",
	"mode" text NOT NULL,
	"assignee_id" uuid,
	"entry" text NOT NULL,
	"gained" smallint NOT NULL,
	"lost" smallint NOT NULL,
	CONSTRAINT "send_changes_account_id_seq_pk" PRIMARY KEY("account_id","seq")
);
--> statement-breakpoint
CREATE TABLE "report_members" (
	"segment_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "report_members_segment_id_contact_id_pk" PRIMARY KEY("segment_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "report_segments" (
	"segment_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp (6) with time zone NOT NULL,
	"read_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "send_rollups" (
	"account_id" uuid NOT NULL,
	"grain" text NOT NULL,
	"day" date NOT NULL,
	"segment_id" uuid,
	"sequence_id" uuid,
	"version_id" uuid,
	"channel" "channel",
	"step_id" uuid,
	"variant_id" uuid,
	"mode" text,
	"assignee_id" uuid,
	"entry" text,
	"hour" smallint,
	"attempted" integer NOT NULL,
	"sent" integer NOT NULL,
	"delivered" integer NOT NULL,
	"read" integer NOT NULL,
	"replied" integer NOT NULL,
	"positive" integer NOT NULL,
	"opted_out" integer NOT NULL,
	"failed" integer NOT NULL,
	"unknown" integer NOT NULL,
	"skipped" integer NOT NULL,
	CONSTRAINT "send_rollups_key" UNIQUE NULLS NOT DISTINCT("account_id","segment_id","grain","day","sequence_id","version_id","channel","step_id","variant_id","mode","assignee_id","entry","hour")
);
--> statement-breakpoint
CREATE TABLE "bulk_acts" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"act" jsonb NOT NULL,
	"filter" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"total" integer NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"restored" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"cursor" uuid,
	"error" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (6) with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "enrolled_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "entry" text;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "sent_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "channel" "channel";--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "variant_id" uuid;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "mode" text;--> statement-breakpoint
ALTER TABLE "conversions" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "last_channel" text;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "entry" text DEFAULT 'manual' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "inbound_event_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sequence_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "version_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "entry" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "enrolled_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "mode" text DEFAULT 'static' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reply_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reply_intent" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "opted_out_at" timestamp (6) with time zone;--> statement-breakpoint
-- What the columns would have held from the beginning, of what there is already.
UPDATE enrollments SET entry = method::text;--> statement-breakpoint
UPDATE enrollments e SET entry = l.because->'data'->>'trigger' FROM ledger l
	WHERE l.enrollment_id = e.id AND l.kind = 'enrolled' AND l.because->'data'->>'trigger' IS NOT NULL;--> statement-breakpoint
UPDATE messages m SET sequence_id = e.sequence_id, version_id = e.version_id, assignee_id = e.assignee_id, entry = e.entry,
	enrolled_at = e.enrolled_at FROM enrollments e WHERE e.id = m.enrollment_id;--> statement-breakpoint
-- Of runs that are no more.
DELETE FROM messages WHERE sequence_id IS NULL;--> statement-breakpoint
UPDATE messages m SET mode = CASE WHEN l.because->'data'->>'fallback' IS NOT NULL THEN 'fallback' ELSE l.because->'data'->>'composeMode' END
	FROM ledger l WHERE l.enrollment_id = m.enrollment_id AND l.message_id = m.id AND l.kind = 'sent'
	AND l.because->'data'->>'composeMode' IS NOT NULL;--> statement-breakpoint
UPDATE messages m SET reply_id = c.id, reply_intent = c.intent FROM conversation_messages c
	WHERE m.replied_at IS NOT NULL AND c.contact_id = m.contact_id AND c.direction = 'inbound' AND c.at = m.replied_at;--> statement-breakpoint
UPDATE messages m SET opted_out_at = e.ended_at FROM enrollments e
	WHERE e.id = m.enrollment_id AND e.end_reason = 'opted_out' AND m.sent_at IS NOT NULL
	AND m.id = (SELECT x.id FROM messages x WHERE x.enrollment_id = e.id AND x.sent_at IS NOT NULL ORDER BY x.sent_at DESC, x.id DESC LIMIT 1);--> statement-breakpoint
UPDATE enrollments e SET last_channel = (SELECT m.channel FROM messages m WHERE m.enrollment_id = e.id AND m.sent_at IS NOT NULL
	ORDER BY m.sent_at DESC, m.id DESC LIMIT 1) WHERE last_sent_at IS NOT NULL;--> statement-breakpoint
UPDATE conversions c SET enrolled_at = e.enrolled_at, entry = e.entry, assignee_id = e.assignee_id FROM enrollments e WHERE e.id = c.enrollment_id;--> statement-breakpoint
DELETE FROM conversions WHERE enrolled_at IS NULL;--> statement-breakpoint
UPDATE conversions c SET message_id = m.id, version_id = m.version_id, sent_at = m.sent_at, channel = m.channel, variant_id = m.variant_id, mode = m.mode
	FROM messages m WHERE m.enrollment_id = c.enrollment_id AND m.id = (SELECT x.id FROM messages x
	WHERE x.enrollment_id = c.enrollment_id AND x.sent_at <= c.at ORDER BY x.sent_at DESC, x.id DESC LIMIT 1);--> statement-breakpoint
ALTER TABLE "conversions" ALTER COLUMN "enrolled_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "conversions" ALTER COLUMN "entry" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "counted_at" timestamp (6) with time zone GENERATED ALWAYS AS (coalesce(sent_at, claimed_at, created_at)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "facts" smallint GENERATED ALWAYS AS (send_facts(status, sent_at, delivered_at, read_at, replied_at, reply_intent, opted_out_at)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "standing" smallint GENERATED ALWAYS AS (run_standing(status, end_reason)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "signature" bigint GENERATED ALWAYS AS (run_signature(run_standing(status, end_reason), is_holdout, last_channel, entry, sequence_id, version_id, step_id, assignee_id, case status when 'ended' then enrolled_at else wait_from_at end)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "run_acts" ADD COLUMN "bulk_act_id" uuid;--> statement-breakpoint
ALTER TABLE "report_digests" ADD CONSTRAINT "report_digests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_digests" ADD CONSTRAINT "report_digests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_segments" ADD CONSTRAINT "report_segments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollup_states" ADD CONSTRAINT "rollup_states_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_acts" ADD CONSTRAINT "bulk_acts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "heard_at" timestamp (6) with time zone;--> statement-breakpoint
CREATE INDEX "enrollments_due" ON "enrollments" USING btree ("account_id","next_action_at","id","version_id","step_id","queued_inbox_id","next_because","is_holdout","status") WHERE status in ('active', 'paused');--> statement-breakpoint
CREATE INDEX "enrollments_unwoken" ON "enrollments" USING btree ("account_id","id") WHERE status = 'active' and next_action_at is null;--> statement-breakpoint
CREATE INDEX "enrollments_reply_waits" ON "enrollments" USING btree ("account_id","id") WHERE status = 'paused' and next_because = 'reply_waits';--> statement-breakpoint
CREATE INDEX "ledger_of_account" ON "ledger" USING btree ("account_id","at") WHERE enrollment_id is null and contact_id is null;--> statement-breakpoint
CREATE INDEX "drafts_expiring" ON "drafts" USING btree ("account_id","expires_at") WHERE status = 'open' and expires_at is not null;--> statement-breakpoint
CREATE INDEX "rule_runs_failed" ON "rule_runs" USING btree ("account_id","id") WHERE status = 'failed';--> statement-breakpoint
CREATE INDEX "run_rollups_live" ON "run_rollups" USING btree ("account_id","sequence_id","status","runs") WHERE grain = 'standing' and status in ('active', 'paused') and runs <> 0;--> statement-breakpoint
DROP INDEX "enrollments_overdue";--> statement-breakpoint
DROP INDEX "enrollments_list";--> statement-breakpoint
CREATE INDEX "enrollments_list" ON "enrollments" USING btree ("account_id","enrolled_at","id","signature");--> statement-breakpoint
CREATE INDEX "enrollments_live" ON "enrollments" USING btree ("account_id","enrolled_at","id","signature") WHERE standing < 2;--> statement-breakpoint
CREATE INDEX "enrollments_standing" ON "enrollments" USING btree ("account_id","sequence_id","standing","version_id","step_id","is_holdout","assignee_id","entry","enrolled_at") WHERE standing < 2;--> statement-breakpoint
CREATE INDEX "enrollments_ended_of_assignee" ON "enrollments" USING btree ("account_id","sequence_id","assignee_id") WHERE standing >= 2;--> statement-breakpoint
CREATE INDEX "enrollments_ended" ON "enrollments" USING btree ("account_id","ended_at","id","signature") WHERE standing >= 2;--> statement-breakpoint
CREATE INDEX "enrollments_ended_of_sequence" ON "enrollments" USING btree ("account_id","sequence_id","enrolled_at","id","signature") WHERE standing >= 2;--> statement-breakpoint
CREATE INDEX "enrollments_ended_rare" ON "enrollments" USING btree ("account_id","standing","entry") WHERE standing >= 2;--> statement-breakpoint
CREATE INDEX "contacts_searched" ON "contacts" USING gin ("account_id",searchable(name) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contacts_tagged" ON "contacts" USING gin ("account_id",folded_tags(tags));--> statement-breakpoint
CREATE INDEX "contact_identities_searched" ON "contact_identities" USING gin ("account_id",value gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "report_members_of_contact" ON "report_members" USING btree ("contact_id","segment_id");--> statement-breakpoint
CREATE INDEX "report_segments_of_account" ON "report_segments" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "run_rollups_of_sequence" ON "run_rollups" USING btree ("account_id","sequence_id","grain","day");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("account_id",coalesce(user_id, account_id),lower(name));--> statement-breakpoint
CREATE INDEX "send_rollups_of_sequence" ON "send_rollups" USING btree ("account_id","sequence_id","segment_id","grain","day");--> statement-breakpoint
CREATE INDEX "send_rollups_of_assignee" ON "send_rollups" USING btree ("account_id","assignee_id","grain","day") WHERE assignee_id is not null;--> statement-breakpoint
CREATE INDEX "bulk_acts_list" ON "bulk_acts" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "conversions_sent" ON "conversions" USING btree ("account_id","sent_at");--> statement-breakpoint
CREATE INDEX "conversions_enrolled" ON "conversions" USING btree ("account_id","enrolled_at");--> statement-breakpoint
CREATE INDEX "messages_counted" ON "messages" USING btree ("account_id","counted_at") WHERE facts <> 0;--> statement-breakpoint
CREATE INDEX "messages_sent_of_sequence" ON "messages" USING btree ("account_id","sequence_id","counted_at") WHERE facts <> 0;--> statement-breakpoint
CREATE INDEX "messages_begun_of_sequence" ON "messages" USING btree ("account_id","sequence_id","enrolled_at") WHERE facts <> 0;--> statement-breakpoint
CREATE INDEX "messages_of_assignee" ON "messages" USING btree ("account_id","assignee_id","sequence_id","counted_at","channel","facts") WHERE facts <> 0 and assignee_id is not null;--> statement-breakpoint
CREATE INDEX "messages_answered" ON "messages" USING btree ("account_id","counted_at","sequence_id","version_id","channel","step_id","variant_id","mode","assignee_id","entry","replied_at","contact_id") WHERE facts & 8 <> 0;--> statement-breakpoint
CREATE INDEX "run_acts_of_bulk_act" ON "run_acts" USING btree ("bulk_act_id","id") WHERE bulk_act_id is not null;--> statement-breakpoint
SELECT secure_tenant_table('send_changes');--> statement-breakpoint
SELECT secure_tenant_table('run_changes');--> statement-breakpoint
SELECT secure_tenant_table('send_rollups');--> statement-breakpoint
SELECT secure_tenant_table('run_rollups');--> statement-breakpoint
SELECT secure_tenant_table('report_segments');--> statement-breakpoint
SELECT secure_tenant_table('report_members');--> statement-breakpoint
SELECT secure_tenant_table('rollup_states');--> statement-breakpoint
SELECT secure_tenant_table('saved_views');--> statement-breakpoint
SELECT secure_tenant_table('bulk_acts');--> statement-breakpoint
SELECT secure_tenant_table('report_digests');--> statement-breakpoint
-- What a send is divided by in reports is how its run stood when the step came up, whoever writes the record. The engine
-- gives it itself, many sends at once.
CREATE FUNCTION name_send() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	SELECT e.sequence_id, e.version_id, e.assignee_id, e.entry, e.enrolled_at
	INTO NEW.sequence_id, NEW.version_id, NEW.assignee_id, NEW.entry, NEW.enrolled_at
	FROM enrollments e WHERE e.id = NEW.enrollment_id;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_name_send BEFORE INSERT ON messages FOR EACH ROW
	WHEN (NEW.sequence_id IS NULL) EXECUTE FUNCTION name_send();--> statement-breakpoint
-- What many sends have gained and lost by one statement is written by one: a trigger for each row costs three times as much.
CREATE FUNCTION note_sends_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO send_changes (account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel,
		mode, assignee_id, entry, gained, lost)
	SELECT account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id, entry,
		facts, 0
	FROM made WHERE facts <> 0;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_note_made AFTER INSERT ON messages REFERENCING NEW TABLE AS made
	FOR EACH STATEMENT EXECUTE FUNCTION note_sends_made();--> statement-breakpoint
CREATE FUNCTION note_sends_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO send_changes (account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel,
		mode, assignee_id, entry, gained, lost)
	SELECT account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id, entry,
		0, facts
	FROM removed WHERE facts <> 0;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_note_removed AFTER DELETE ON messages REFERENCING OLD TABLE AS removed
	FOR EACH STATEMENT EXECUTE FUNCTION note_sends_removed();--> statement-breakpoint
-- Of a send that is counted elsewhere now both are written: what is lost there and what is gained here. Grouped rather than
-- joined, because a plan that was made for one send is kept for a thousand.
CREATE FUNCTION note_sends_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO send_changes (account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel,
		mode, assignee_id, entry, gained, lost)
	SELECT account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id, entry,
		bit_or(gained) & ~bit_or(lost), bit_or(lost) & ~bit_or(gained)
	FROM (
		SELECT id, account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id,
			entry, 0::smallint AS gained, facts AS lost
		FROM before WHERE facts <> 0
		UNION ALL
		SELECT id, account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id,
			entry, facts, 0::smallint
		FROM since WHERE facts <> 0
	) counted
	GROUP BY id, account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id,
		entry
	HAVING bit_or(gained) <> bit_or(lost);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER messages_note_changed AFTER UPDATE ON messages REFERENCING OLD TABLE AS before NEW TABLE AS since
	FOR EACH STATEMENT EXECUTE FUNCTION note_sends_changed();--> statement-breakpoint
-- Many runs begin by one statement: they are counted together.
CREATE FUNCTION note_runs_begun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO run_changes (account_id, enrolled_at, sequence_id, version_id, entry, is_holdout, status, end_reason, step_id, runs)
	SELECT account_id, enrolled_at, sequence_id, version_id, entry, is_holdout, status, end_reason,
		CASE WHEN status = 'ended' THEN step_id END, count(*)
	FROM begun GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER enrollments_note_begun AFTER INSERT ON enrollments REFERENCING NEW TABLE AS begun
	FOR EACH STATEMENT EXECUTE FUNCTION note_runs_begun();--> statement-breakpoint
CREATE FUNCTION note_runs_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO run_changes (account_id, enrolled_at, sequence_id, version_id, entry, is_holdout, status, end_reason, step_id, runs)
	SELECT account_id, enrolled_at, sequence_id, version_id, entry, is_holdout, status, end_reason,
		CASE WHEN status = 'ended' THEN step_id END, -count(*)
	FROM removed GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER enrollments_note_removed AFTER DELETE ON enrollments REFERENCING OLD TABLE AS removed
	FOR EACH STATEMENT EXECUTE FUNCTION note_runs_removed();--> statement-breakpoint
CREATE FUNCTION note_run_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO run_changes (account_id, enrolled_at, sequence_id, version_id, entry, is_holdout, status, end_reason, step_id, runs)
	VALUES
		(OLD.account_id, OLD.enrolled_at, OLD.sequence_id, OLD.version_id, OLD.entry, OLD.is_holdout, OLD.status, OLD.end_reason,
			CASE WHEN OLD.status = 'ended' THEN OLD.step_id END, -1),
		(NEW.account_id, NEW.enrolled_at, NEW.sequence_id, NEW.version_id, NEW.entry, NEW.is_holdout, NEW.status, NEW.end_reason,
			CASE WHEN NEW.status = 'ended' THEN NEW.step_id END, 1);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER enrollments_note_change AFTER UPDATE ON enrollments FOR EACH ROW
	WHEN ((OLD.status, OLD.end_reason, OLD.version_id, OLD.sequence_id, OLD.enrolled_at, OLD.entry, OLD.is_holdout)
			IS DISTINCT FROM (NEW.status, NEW.end_reason, NEW.version_id, NEW.sequence_id, NEW.enrolled_at, NEW.entry, NEW.is_holdout)
		OR (NEW.status = 'ended' AND OLD.step_id IS DISTINCT FROM NEW.step_id))
	EXECUTE FUNCTION note_run_change();--> statement-breakpoint
-- What there is already is counted as if it had just happened.
INSERT INTO send_changes (account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode,
	assignee_id, entry, gained, lost)
SELECT account_id, contact_id, counted_at, enrolled_at, sequence_id, version_id, step_id, variant_id, channel, mode, assignee_id, entry, facts, 0
FROM messages WHERE facts <> 0;--> statement-breakpoint
INSERT INTO run_changes (account_id, enrolled_at, sequence_id, version_id, entry, is_holdout, status, end_reason, step_id, runs)
SELECT account_id, enrolled_at, sequence_id, version_id, entry, is_holdout, status, end_reason,
	CASE WHEN status = 'ended' THEN step_id END, count(*)
FROM enrollments GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;--> statement-breakpoint
-- The months that have passed may be asked for, too: for what is brought in with its past.
DROP FUNCTION ensure_month_partitions(integer);--> statement-breakpoint
CREATE FUNCTION ensure_month_partitions(months_ahead integer, months_back integer DEFAULT 1) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $fn$
DECLARE
  month timestamptz;
  name text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ensure_month_partitions'));
  FOR month IN SELECT generate_series(
    date_trunc('month', now(), 'UTC') - make_interval(months => months_back),
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
$fn$;--> statement-breakpoint
-- Drops the oldest month of the ledger that lies wholly before the line; answers its name, or nothing. One a call, so that
-- the lock on the ledger is held for a moment only; it gives up where it would have to wait. Callable by the worker, which
-- owns nothing.
CREATE FUNCTION drop_ledger_month(line timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '3s' AS $fn$
DECLARE
  oldest text;
BEGIN
  SELECT c.relname INTO oldest FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'ledger'::regclass AND c.relname ~ '^ledger_[0-9]{4}_[0-9]{2}$'
      AND to_date(substr(c.relname, 8), 'YYYY_MM')::timestamp AT TIME ZONE 'UTC' + interval '1 month' <= line
    ORDER BY c.relname LIMIT 1;
  IF oldest IS NOT NULL THEN
    EXECUTE format('ALTER TABLE ledger DETACH PARTITION %I', oldest);
    EXECUTE format('DROP TABLE %I', oldest);
  END IF;
  RETURN oldest;
END
$fn$;
