ALTER TABLE "reports" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "listing_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_place" CHECK (num_nonnulls("reports"."conversation_id", "reports"."listing_id") = 1);