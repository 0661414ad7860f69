CREATE TYPE "public"."channel" AS ENUM('whatsapp', 'email', 'sms');--> statement-breakpoint
CREATE TYPE "public"."consent_action" AS ENUM('opt_out', 'opt_in');--> statement-breakpoint
CREATE TYPE "public"."consent_source" AS ENUM('message', 'provider', 'person', 'import');--> statement-breakpoint
CREATE TYPE "public"."conversation_status" AS ENUM('open', 'pending', 'snoozed', 'resolved');--> statement-breakpoint
CREATE TYPE "public"."message_direction" AS ENUM('inbound', 'outbound');--> statement-breakpoint
CREATE TYPE "public"."end_reason" AS ENUM('completed', 'replied', 'resolved', 'goal_reached', 'opted_out', 'blocked', 'stopped', 'sequence_archived', 'superseded', 'date_passed', 'undeliverable', 'failed', 'expired');--> statement-breakpoint
CREATE TYPE "public"."enrollment_status" AS ENUM('active', 'paused', 'ended');--> statement-breakpoint
CREATE TYPE "public"."identity_kind" AS ENUM('phone', 'email', 'whatsapp');--> statement-breakpoint
CREATE TYPE "public"."inbox_status" AS ENUM('active', 'paused');--> statement-breakpoint
CREATE TYPE "public"."ledger_kind" AS ENUM('enrolled', 'enrollment_refused', 'waiting', 'sent', 'delivered', 'read', 'skipped', 'failed', 'retrying', 'unknown', 'replied', 'automatic_reply', 'opted_out', 'opted_in', 'goal_reached', 'resolved', 'paused', 'resumed', 'rescheduled', 'ended');--> statement-breakpoint
CREATE TYPE "public"."inbound_meaning" AS ENUM('reply', 'automatic', 'opt_out', 'opt_in', 'reaction');--> statement-breakpoint
CREATE TYPE "public"."message_status" AS ENUM('pending', 'scheduled', 'claimed', 'unknown', 'skipped', 'sent', 'failed', 'delivered', 'read', 'replied');--> statement-breakpoint
CREATE TYPE "public"."provider" AS ENUM('sandbox', 'whatsapp_cloud', 'smtp');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('administrator', 'manager', 'agent', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."sequence_status" AS ENUM('draft', 'active', 'paused', 'archived');--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"is_module_on" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "inboxes" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"channel" "channel" NOT NULL,
	"provider" "provider" NOT NULL,
	"status" "inbox_status" DEFAULT 'active' NOT NULL,
	"paused_because" text,
	"position" integer DEFAULT 0 NOT NULL,
	"config" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secrets" text,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_accountId_userId_unique" UNIQUE("account_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "module_settings" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"provider_account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (6) with time zone,
	"refresh_token_expires_at" timestamp (6) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"locale" text,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"identity_hash" text NOT NULL,
	"channel" "channel",
	"action" "consent_action" NOT NULL,
	"source" "consent_source" NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"actor_id" uuid,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_events" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"name" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_events_accountId_dedupeKey_unique" UNIQUE("account_id","dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "contact_identities" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" "identity_kind" NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_identities_accountId_kind_value_unique" UNIQUE("account_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"time_zone" text,
	"preferred_channel" "channel",
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"blocked_at" timestamp (6) with time zone,
	"deleted_at" timestamp (6) with time zone,
	"last_reply_at" timestamp (6) with time zone,
	"last_reply_conversation_id" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"identity_hash" text NOT NULL,
	"channel" "channel",
	"reason" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp (6) with time zone,
	CONSTRAINT "suppressions_in_force" UNIQUE NULLS NOT DISTINCT("account_id","identity_hash","channel","lifted_at")
);
--> statement-breakpoint
CREATE TABLE "conversation_messages" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"inbox_id" uuid NOT NULL,
	"direction" "message_direction" NOT NULL,
	"meaning" "inbound_meaning",
	"text" text NOT NULL,
	"content_type" text DEFAULT 'text' NOT NULL,
	"provider_id" text,
	"author_id" uuid,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"inbox_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"status" "conversation_status" DEFAULT 'open' NOT NULL,
	"assignee_id" uuid,
	"last_inbound_at" timestamp (6) with time zone,
	"last_reply_at" timestamp (6) with time zone,
	"last_message_at" timestamp (6) with time zone,
	"window_closed_at" timestamp (6) with time zone,
	"failed_at" timestamp (6) with time zone,
	"resolved_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_inboxId_contactId_unique" UNIQUE("inbox_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "inbound_events" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"inbox_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"dedupe_key" text NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"received_count" integer DEFAULT 1 NOT NULL,
	"received_last_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"processed_at" timestamp (6) with time zone,
	CONSTRAINT "inbound_events_inboxId_dedupeKey_unique" UNIQUE("inbox_id","dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"conversation_id" uuid,
	"status" "enrollment_status" DEFAULT 'active' NOT NULL,
	"end_reason" "end_reason",
	"epoch" integer DEFAULT 0 NOT NULL,
	"driver" integer DEFAULT 1 NOT NULL,
	"step_id" uuid,
	"step_epoch" smallint DEFAULT 0 NOT NULL,
	"wait_from_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"due_at_override" timestamp (6) with time zone,
	"paused_until" timestamp (6) with time zone,
	"next_action_at" timestamp (6) with time zone,
	"next_because" text,
	"last_sent_at" timestamp (6) with time zone,
	"assignee_id" uuid,
	"enrolled_by" uuid,
	"enrolled_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"id" uuid DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp (6) with time zone NOT NULL,
	"enrollment_id" uuid,
	"contact_id" uuid,
	"kind" "ledger_kind" NOT NULL,
	"step_id" uuid,
	"message_id" uuid,
	"actor_id" uuid,
	"because" json NOT NULL
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"step_epoch" smallint NOT NULL,
	"status" "message_status" NOT NULL,
	"channel" "channel",
	"inbox_id" uuid,
	"conversation_id" uuid,
	"address" text,
	"content" json,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"claimed_at" timestamp (6) with time zone,
	"retry_at" timestamp (6) with time zone,
	"provider_id" text,
	"error_code" text,
	"error_detail" text,
	"sent_at" timestamp (6) with time zone,
	"delivered_at" timestamp (6) with time zone,
	"read_at" timestamp (6) with time zone,
	"replied_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
) PARTITION BY RANGE ("enrollment_id");
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sequence_versions" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"published_by" uuid,
	"published_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sequence_versions_sequenceId_number_unique" UNIQUE("sequence_id","number")
);
--> statement-breakpoint
CREATE TABLE "sequences" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"status" "sequence_status" DEFAULT 'draft' NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_revision" integer DEFAULT 0 NOT NULL,
	"live_version_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (6) with time zone
);
--> statement-breakpoint
ALTER TABLE "inboxes" ADD CONSTRAINT "inboxes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_settings" ADD CONSTRAINT "module_settings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_events" ADD CONSTRAINT "contact_events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_identities" ADD CONSTRAINT "contact_identities_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD CONSTRAINT "conversation_messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_inbox_id_inboxes_id_fk" FOREIGN KEY ("inbox_id") REFERENCES "public"."inboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_events" ADD CONSTRAINT "inbound_events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sequence_versions" ADD CONSTRAINT "sequence_versions_sequence_id_sequences_id_fk" FOREIGN KEY ("sequence_id") REFERENCES "public"."sequences"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sequences" ADD CONSTRAINT "sequences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inboxes_account_id_position_index" ON "inboxes" USING btree ("account_id","position");--> statement-breakpoint
CREATE INDEX "members_user_id_index" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "credentials_user_id_index" ON "credentials" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "consents_account_id_contact_id_at_index" ON "consents" USING btree ("account_id","contact_id","at");--> statement-breakpoint
CREATE INDEX "contact_events_goal" ON "contact_events" USING btree ("account_id","contact_id","name","at");--> statement-breakpoint
CREATE INDEX "contact_identities_contact_id_index" ON "contact_identities" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "contacts_list" ON "contacts" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_messages_once" ON "conversation_messages" USING btree ("inbox_id","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "conversation_messages_thread" ON "conversation_messages" USING btree ("conversation_id","at");--> statement-breakpoint
CREATE INDEX "conversations_contact" ON "conversations" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "conversations_list" ON "conversations" USING btree ("account_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "inbound_events_waiting" ON "inbound_events" USING btree ("account_id","received_at") WHERE processed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_one_live" ON "enrollments" USING btree ("contact_id","sequence_id",coalesce(conversation_id, '00000000-0000-0000-0000-000000000000')) WHERE status in ('active', 'paused');--> statement-breakpoint
CREATE INDEX "enrollments_ended_of_contact" ON "enrollments" USING btree ("contact_id") WHERE status = 'ended';--> statement-breakpoint
CREATE INDEX "enrollments_overdue" ON "enrollments" USING btree ("account_id","next_action_at") WHERE status in ('active', 'paused');--> statement-breakpoint
CREATE INDEX "enrollments_list" ON "enrollments" USING btree ("account_id","status","id");--> statement-breakpoint
CREATE INDEX "enrollments_of_sequence" ON "enrollments" USING btree ("sequence_id","status","id");--> statement-breakpoint
CREATE INDEX "ledger_timeline" ON "ledger" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "ledger_contact" ON "ledger" USING btree ("contact_id","at") WHERE enrollment_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_one_per_step" ON "messages" USING btree ("enrollment_id","step_id","step_epoch");--> statement-breakpoint
CREATE INDEX "messages_id" ON "messages" USING btree ("id");--> statement-breakpoint
CREATE INDEX "messages_provider_id" ON "messages" USING hash ("provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "messages_unfinished" ON "messages" USING btree ("account_id","claimed_at") WHERE status in ('claimed', 'unknown');--> statement-breakpoint
CREATE INDEX "sequences_list" ON "sequences" USING btree ("account_id","id");