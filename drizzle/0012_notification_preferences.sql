CREATE TABLE "notification_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"bookings_push" boolean DEFAULT true NOT NULL,
	"bookings_email" boolean DEFAULT true NOT NULL,
	"messages_email" boolean DEFAULT true NOT NULL,
	"quiet_hours" jsonb,
	"digested_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;