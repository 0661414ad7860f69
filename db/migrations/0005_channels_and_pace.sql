ALTER TYPE "public"."consent_source" ADD VALUE 'link';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'settled' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."provider" ADD VALUE 'evolution' BEFORE 'smtp';--> statement-breakpoint
ALTER TYPE "public"."provider" ADD VALUE 'twilio';--> statement-breakpoint
ALTER TYPE "public"."provider" ADD VALUE 'http';--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"inbox_id" uuid,
	"sequence_id" uuid,
	"step_id" uuid,
	"data" jsonb NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"resolved_at" timestamp (6) with time zone,
	"emailed_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"inbox_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"uid_validity" bigint,
	"last_uid" bigint DEFAULT 0 NOT NULL,
	"seen_at" timestamp (6) with time zone,
	"error" text,
	"reader_id" uuid,
	"leased_until" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "inbox_paces" (
	"inbox_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"next_at" timestamp (6) with time zone,
	"rest_until" timestamp (6) with time zone,
	"paced_until" timestamp (6) with time zone,
	"pacer" integer DEFAULT 0 NOT NULL,
	"queued" integer DEFAULT 0 NOT NULL,
	"served" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pace_recipient_minutes" (
	"account_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"minute" timestamp (6) with time zone NOT NULL,
	"recipients" integer NOT NULL,
	CONSTRAINT "pace_recipient_minutes_account_id_scope_minute_pk" PRIMARY KEY("account_id","scope","minute")
);
--> statement-breakpoint
CREATE TABLE "pace_recipients" (
	"account_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"last_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "pace_recipients_account_id_scope_contact_id_pk" PRIMARY KEY("account_id","scope","contact_id")
);
--> statement-breakpoint
CREATE TABLE "step_blocks" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"inbox_id" uuid NOT NULL,
	"code" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"template_name" text,
	"template_language" text,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp (6) with time zone,
	"lifted_by" uuid
);
--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "paused_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "paused_code" text;--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "probe_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "probes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "health" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "troubles" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "media" jsonb;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "queued_inbox_id" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "queued_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "ticket_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "settled_as" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "settled_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "asked_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "settled_as" text;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "settled_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "hsm_templates" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "hsm_templates" ADD COLUMN "changed_at" timestamp (6) with time zone;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_inbox_id_inboxes_id_fk" FOREIGN KEY ("inbox_id") REFERENCES "public"."inboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_paces" ADD CONSTRAINT "inbox_paces_inbox_id_inboxes_id_fk" FOREIGN KEY ("inbox_id") REFERENCES "public"."inboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_blocks" ADD CONSTRAINT "step_blocks_sequence_id_sequences_id_fk" FOREIGN KEY ("sequence_id") REFERENCES "public"."sequences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open" ON "alerts" USING btree ("account_id","dedupe_key") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "alerts_list" ON "alerts" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "alerts_unsent" ON "alerts" USING btree ("account_id","at") WHERE emailed_at is null and resolved_at is null;--> statement-breakpoint
CREATE INDEX "pace_recipients_old" ON "pace_recipients" USING btree ("account_id","scope","last_at");--> statement-breakpoint
CREATE UNIQUE INDEX "step_blocks_open" ON "step_blocks" USING btree ("step_id","inbox_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "step_blocks_of_template" ON "step_blocks" USING btree ("inbox_id","template_name") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "enrollments_ticketed" ON "enrollments" USING btree ("queued_inbox_id","ticket_at") WHERE ticket_at is not null;--> statement-breakpoint
CREATE INDEX "enrollments_queued" ON "enrollments" USING btree ("queued_inbox_id","sequence_id","queued_at","id") WHERE queued_inbox_id is not null;--> statement-breakpoint
CREATE INDEX "messages_unclear" ON "messages" USING btree ("account_id","claimed_at") WHERE settled_at is null and (status = 'unknown' or asked_at is not null);--> statement-breakpoint
CREATE INDEX "conversation_messages_unclear" ON "conversation_messages" USING btree ("account_id","claimed_at") WHERE settled_at is null and status = 'unknown';--> statement-breakpoint
CREATE INDEX "step_blocks_of_account" ON "step_blocks" USING btree ("account_id") WHERE lifted_at is null;--> statement-breakpoint
SELECT secure_tenant_table('alerts');--> statement-breakpoint
SELECT secure_tenant_table('mailboxes');--> statement-breakpoint
SELECT secure_tenant_table('inbox_paces');--> statement-breakpoint
SELECT secure_tenant_table('pace_recipient_minutes');--> statement-breakpoint
SELECT secure_tenant_table('pace_recipients');--> statement-breakpoint
SELECT secure_tenant_table('step_blocks');--> statement-breakpoint
-- Whoever is not active stands in no queue, whatever took the run out of it.
CREATE FUNCTION leave_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.queued_inbox_id := NULL;
	NEW.queued_at := NULL;
	NEW.ticket_at := NULL;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER enrollments_leave_queue BEFORE UPDATE ON enrollments FOR EACH ROW
	WHEN (NEW.queued_inbox_id IS NOT NULL AND NEW.status <> 'active') EXECUTE FUNCTION leave_queue();
