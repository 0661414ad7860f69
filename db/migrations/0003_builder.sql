CREATE TYPE "public"."appointment_status" AS ENUM('booked', 'confirmed', 'completed', 'no_show', 'canceled');--> statement-breakpoint
CREATE TYPE "public"."charge_status" AS ENUM('pending', 'overdue', 'paid', 'refunded', 'canceled');--> statement-breakpoint
CREATE TYPE "public"."deal_status" AS ENUM('open', 'won', 'lost');--> statement-breakpoint
CREATE TYPE "public"."pace_span" AS ENUM('minute', 'hour', 'day');--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'moved' BEFORE 'ended';--> statement-breakpoint
CREATE TABLE "pace_buckets" (
	"account_id" uuid NOT NULL,
	"inbox_id" uuid NOT NULL,
	"span" "pace_span" NOT NULL,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "pace_buckets_inbox_id_span_pk" PRIMARY KEY("inbox_id","span")
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"location" text DEFAULT '' NOT NULL,
	"status" "appointment_status" DEFAULT 'booked' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "charges" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"due_on" date NOT NULL,
	"status" charge_status DEFAULT 'pending' NOT NULL,
	"payment_url" text
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"amount" bigint,
	"currency" text,
	"status" "deal_status" DEFAULT 'open' NOT NULL,
	"expected_close_on" date
);
--> statement-breakpoint
CREATE TABLE "sequence_triggers" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"event" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"match" text NOT NULL,
	"conditions" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_moves" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"choices" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"starts_at" timestamp (6) with time zone NOT NULL,
	"total" integer NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"exited" integer DEFAULT 0 NOT NULL,
	"passed_over" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "hsm_templates" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"inbox_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"status" text NOT NULL,
	"category" text NOT NULL,
	"quality" text,
	"parameter_format" text DEFAULT 'positional' NOT NULL,
	"components" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"synced_at" timestamp (6) with time zone NOT NULL,
	"missing_at" timestamp (6) with time zone,
	CONSTRAINT "hsm_templates_one" UNIQUE("inbox_id","name","language")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"texts" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone
);
--> statement-breakpoint
DROP INDEX "enrollments_one_live";--> statement-breakpoint
ALTER TABLE "inboxes" ADD COLUMN "limits" jsonb;--> statement-breakpoint
ALTER TABLE "contact_events" ADD COLUMN "record_id" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "record_id" uuid;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "is_holdout" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "variant_id" uuid;--> statement-breakpoint
ALTER TABLE "sequences" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "pace_buckets" ADD CONSTRAINT "pace_buckets_inbox_id_inboxes_id_fk" FOREIGN KEY ("inbox_id") REFERENCES "public"."inboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sequence_triggers" ADD CONSTRAINT "sequence_triggers_sequence_id_sequences_id_fk" FOREIGN KEY ("sequence_id") REFERENCES "public"."sequences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_sequence_id_sequences_id_fk" FOREIGN KEY ("sequence_id") REFERENCES "public"."sequences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hsm_templates" ADD CONSTRAINT "hsm_templates_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hsm_templates" ADD CONSTRAINT "hsm_templates_inbox_id_inboxes_id_fk" FOREIGN KEY ("inbox_id") REFERENCES "public"."inboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_contact" ON "appointments" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "charges_contact" ON "charges" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "deals_contact" ON "deals" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "sequence_triggers_event" ON "sequence_triggers" USING btree ("account_id","event","name");--> statement-breakpoint
CREATE INDEX "sequence_triggers_sequence_id_index" ON "sequence_triggers" USING btree ("sequence_id");--> statement-breakpoint
CREATE INDEX "version_moves_of_sequence" ON "version_moves" USING btree ("sequence_id","id");--> statement-breakpoint
CREATE INDEX "templates_list" ON "templates" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_one_live" ON "enrollments" USING btree ("contact_id","sequence_id",coalesce(conversation_id, record_id, '00000000-0000-0000-0000-000000000000')) WHERE status in ('active', 'paused');
--> statement-breakpoint
SELECT secure_tenant_table('pace_buckets');
--> statement-breakpoint
SELECT secure_tenant_table('appointments');
--> statement-breakpoint
SELECT secure_tenant_table('charges');
--> statement-breakpoint
SELECT secure_tenant_table('deals');
--> statement-breakpoint
SELECT secure_tenant_table('sequence_triggers');
--> statement-breakpoint
SELECT secure_tenant_table('version_moves');
--> statement-breakpoint
SELECT secure_tenant_table('hsm_templates');
--> statement-breakpoint
SELECT secure_tenant_table('templates');
