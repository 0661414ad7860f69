DROP INDEX "enrollments_one_live";--> statement-breakpoint
DROP INDEX "enrollments_overdue";--> statement-breakpoint
CREATE INDEX "enrollments_ended_of_contact" ON "enrollments" USING btree ("contact_id") WHERE status = 'ended';--> statement-breakpoint
CREATE UNIQUE INDEX "enrollments_one_live" ON "enrollments" USING btree ("contact_id","sequence_id",coalesce(conversation_id, '00000000-0000-0000-0000-000000000000')) WHERE status in ('active', 'paused');--> statement-breakpoint
CREATE INDEX "enrollments_overdue" ON "enrollments" USING btree ("account_id","next_action_at") WHERE status in ('active', 'paused');