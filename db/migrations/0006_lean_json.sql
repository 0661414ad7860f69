ALTER TABLE "ledger" ALTER COLUMN "because" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "content" SET DATA TYPE json;