CREATE TABLE "preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"read_receipts" boolean DEFAULT true NOT NULL,
	"presence" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "shown_delivered_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "shown_read_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "sent_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "participants" p SET "shown_delivered_seq" = p."delivered_seq", "shown_read_seq" = p."read_seq",
  "sent_seq" = (SELECT coalesce(max(m."seq"), 0) FROM "messages" m WHERE m."conversation_id" = p."conversation_id" AND m."sender_id" = p."user_id");
