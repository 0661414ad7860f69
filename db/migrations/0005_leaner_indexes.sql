DROP INDEX "enrollments_live_of_contact";--> statement-breakpoint
DROP INDEX "enrollments_one_live";--> statement-breakpoint
DROP INDEX "ledger_timeline";--> statement-breakpoint
DROP INDEX "ledger_contact";--> statement-breakpoint
DROP INDEX "messages_provider_id";--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_one_live" ON "enrollments" USING btree ("contact_id","sequence_id",coalesce(conversation_id, '00000000-0000-0000-0000-000000000000')) WHERE status <> 'ended';--> statement-breakpoint
CREATE INDEX "ledger_timeline" ON "ledger" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "ledger_contact" ON "ledger" USING btree ("contact_id","at") WHERE enrollment_id is null;--> statement-breakpoint
CREATE INDEX "messages_provider_id" ON "messages" USING hash ("provider_id") WHERE provider_id is not null;