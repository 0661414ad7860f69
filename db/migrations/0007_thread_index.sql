DROP INDEX "messages_thread";--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree ("conversation_id");