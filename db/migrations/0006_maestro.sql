ALTER TYPE "public"."ledger_kind" ADD VALUE 'drafted' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'approved' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'discarded' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'returned' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'reassigned' BEFORE 'ended';--> statement-breakpoint
ALTER TYPE "public"."ledger_kind" ADD VALUE 'understood' BEFORE 'ended';--> statement-breakpoint
CREATE TABLE "ai_calls" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"purpose" text NOT NULL,
	"outcome" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"model" text NOT NULL,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"latency_ms" integer DEFAULT 0 NOT NULL,
	"prompt_hash" text DEFAULT '' NOT NULL,
	"output" jsonb,
	"findings" jsonb,
	"enrollment_id" uuid,
	"contact_id" uuid,
	"conversation_id" uuid,
	"draft_id" uuid,
	"sequence_id" uuid
);
--> statement-breakpoint
CREATE TABLE "ai_days" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"spent_micros" bigint DEFAULT 0 NOT NULL,
	"reserved_micros" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "ai_days_account_id_day_pk" PRIMARY KEY("account_id","day")
);
--> statement-breakpoint
CREATE TABLE "ai_enrollments" (
	"sequence_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"config" jsonb NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"last_run_at" timestamp (6) with time zone,
	"last_outcome" text,
	"trial" jsonb
);
--> statement-breakpoint
CREATE TABLE "ai_suggestions" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"trial_id" uuid,
	"outcome" text DEFAULT 'ok' NOT NULL,
	"should_enroll" boolean NOT NULL,
	"confidence" smallint NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"refusal" text,
	"enrollment_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (6) with time zone,
	"ai_call_id" uuid
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"sequence_id" uuid NOT NULL,
	"conversation_id" uuid,
	"step_id" uuid NOT NULL,
	"step_epoch" smallint NOT NULL,
	"inbox_id" uuid NOT NULL,
	"channel" "channel" NOT NULL,
	"mode" text NOT NULL,
	"language" text NOT NULL,
	"status" text NOT NULL,
	"origin" text NOT NULL,
	"fallback" text,
	"text" text NOT NULL,
	"subject" text,
	"written_text" text,
	"written_subject" text,
	"facts" jsonb NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"vouched" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text,
	"remark" text,
	"returned" jsonb,
	"revision" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (6) with time zone NOT NULL,
	"opened_at" timestamp (6) with time zone,
	"remind_at" timestamp (6) with time zone,
	"reminded_at" timestamp (6) with time zone,
	"expires_at" timestamp (6) with time zone,
	"snoozed_until" timestamp (6) with time zone,
	"retry_at" timestamp (6) with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"assignee_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (6) with time zone,
	"withdrawn_because" text,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "maestro_settings" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"config" jsonb NOT NULL,
	"secrets" text,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"preferences" jsonb NOT NULL,
	"updated_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_preferences_account_id_user_id_pk" PRIMARY KEY("account_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT new_id() NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"subject_id" uuid,
	"contact_id" uuid,
	"data" jsonb NOT NULL,
	"at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"is_shown" boolean DEFAULT true NOT NULL,
	"read_at" timestamp (6) with time zone,
	"mail_at" timestamp (6) with time zone,
	"mailed_at" timestamp (6) with time zone
);
--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "intent" text;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "intent_by" text;--> statement-breakpoint
ALTER TABLE "conversation_messages" ADD COLUMN "intent_data" jsonb;--> statement-breakpoint
ALTER TABLE "ai_calls" ADD CONSTRAINT "ai_calls_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_enrollments" ADD CONSTRAINT "ai_enrollments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ai_suggestions" ADD CONSTRAINT "ai_suggestions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maestro_settings" ADD CONSTRAINT "maestro_settings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ai_calls_list" ON "ai_calls" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "ai_calls_of_contact" ON "ai_calls" USING btree ("contact_id") WHERE contact_id is not null;--> statement-breakpoint
CREATE INDEX "ai_suggestions_list" ON "ai_suggestions" USING btree ("account_id","sequence_id","id");--> statement-breakpoint
CREATE INDEX "ai_suggestions_open" ON "ai_suggestions" USING btree ("account_id","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "ai_suggestions_counted" ON "ai_suggestions" USING btree ("sequence_id","at") WHERE not is_trial and status in ('open', 'enrolled', 'dismissed', 'expired');--> statement-breakpoint
CREATE INDEX "ai_suggestions_of_conversation" ON "ai_suggestions" USING btree ("conversation_id","sequence_id","at");--> statement-breakpoint
CREATE INDEX "ai_suggestions_of_contact" ON "ai_suggestions" USING btree ("contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_one_per_step" ON "drafts" USING btree ("enrollment_id","step_id","step_epoch");--> statement-breakpoint
CREATE INDEX "drafts_open" ON "drafts" USING btree ("account_id","due_at","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "drafts_reminders" ON "drafts" USING btree ("account_id","remind_at") WHERE status = 'open' and remind_at is not null;--> statement-breakpoint
CREATE INDEX "drafts_decided" ON "drafts" USING btree ("account_id","decided_at") WHERE decided_at is not null;--> statement-breakpoint
CREATE INDEX "drafts_of_step" ON "drafts" USING btree ("step_id","decided_at") WHERE status in ('approved', 'used');--> statement-breakpoint
CREATE INDEX "drafts_of_contact" ON "drafts" USING btree ("contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("user_id","account_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "notifications_list" ON "notifications" USING btree ("account_id","user_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("account_id","user_id","id") WHERE read_at is null and is_shown;--> statement-breakpoint
CREATE INDEX "notifications_unsent" ON "notifications" USING btree ("account_id","mail_at") WHERE mail_at is not null;--> statement-breakpoint
CREATE INDEX "notifications_mailed" ON "notifications" USING btree ("account_id","user_id","mailed_at") WHERE mailed_at is not null;--> statement-breakpoint
CREATE INDEX "notifications_unsettled" ON "notifications" USING btree ("subject_id") WHERE read_at is null or mail_at is not null;--> statement-breakpoint
CREATE INDEX "notifications_of_contact" ON "notifications" USING btree ("contact_id") WHERE contact_id is not null;--> statement-breakpoint
SELECT secure_tenant_table('maestro_settings');--> statement-breakpoint
SELECT secure_tenant_table('drafts');--> statement-breakpoint
SELECT secure_tenant_table('ai_calls');--> statement-breakpoint
SELECT secure_tenant_table('ai_days');--> statement-breakpoint
SELECT secure_tenant_table('ai_enrollments');--> statement-breakpoint
SELECT secure_tenant_table('ai_suggestions');--> statement-breakpoint
SELECT secure_tenant_table('notifications');--> statement-breakpoint
SELECT secure_tenant_table('notification_preferences');--> statement-breakpoint
-- Whatever ends a run or takes it past a step, its draft waits for nobody any more. What a person discarded stays so.
CREATE FUNCTION withdraw_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE drafts SET status = 'withdrawn', revision = revision + 1, updated_at = now(),
		withdrawn_because = CASE WHEN NEW.status = 'ended' THEN NEW.end_reason::text ELSE 'moved' END
	WHERE enrollment_id = NEW.id AND status IN ('failed', 'ready', 'open', 'approved')
		AND (NEW.status = 'ended' OR NEW.step_id IS NULL OR step_id <> NEW.step_id OR step_epoch <> NEW.step_epoch);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER enrollments_withdraw_drafts AFTER UPDATE ON enrollments FOR EACH ROW
	WHEN ((OLD.status <> 'ended' AND NEW.status = 'ended') OR OLD.step_id IS DISTINCT FROM NEW.step_id
		OR OLD.step_epoch <> NEW.step_epoch) EXECUTE FUNCTION withdraw_drafts();--> statement-breakpoint
-- Whatever takes a draft, a suggestion or a held reply out of a person's hands, nobody has to be told of it any more.
CREATE FUNCTION settle_notifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE notifications SET read_at = coalesce(read_at, now()), mail_at = NULL
	WHERE subject_id = NEW.id AND (read_at IS NULL OR mail_at IS NOT NULL);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER drafts_settle_notifications AFTER UPDATE ON drafts FOR EACH ROW
	WHEN (OLD.status = 'open' AND NEW.status <> 'open') EXECUTE FUNCTION settle_notifications();--> statement-breakpoint
CREATE TRIGGER ai_suggestions_settle_notifications AFTER UPDATE ON ai_suggestions FOR EACH ROW
	WHEN (OLD.status = 'open' AND NEW.status <> 'open') EXECUTE FUNCTION settle_notifications();--> statement-breakpoint
CREATE TRIGGER enrollments_settle_notifications AFTER UPDATE ON enrollments FOR EACH ROW
	WHEN (OLD.status = 'paused' AND OLD.next_because = 'reply_waits'
		AND (NEW.status <> 'paused' OR NEW.next_because IS DISTINCT FROM 'reply_waits'))
	EXECUTE FUNCTION settle_notifications();
