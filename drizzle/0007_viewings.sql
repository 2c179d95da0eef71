CREATE TABLE "viewing_events" (
	"viewing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"event" text NOT NULL,
	"status" text NOT NULL,
	"actor_id" uuid,
	"slots" jsonb NOT NULL,
	"reason" text,
	"note" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "viewing_events_viewing_id_version_pk" PRIMARY KEY("viewing_id","version")
);
--> statement-breakpoint
CREATE TABLE "viewing_slots" (
	"viewing_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "viewing_slots_viewing_id_starts_at_pk" PRIMARY KEY("viewing_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "viewings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"room_id" uuid,
	"student_id" uuid NOT NULL,
	"landlord_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"card_message_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"minutes" integer,
	"offered_by" uuid,
	"deadline_at" timestamp (3) with time zone,
	"reason" text,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "viewings_time" CHECK (num_nonnulls("viewings"."starts_at", "viewings"."minutes") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "time_zone" text DEFAULT 'Europe/Berlin' NOT NULL;--> statement-breakpoint
ALTER TABLE "viewing_events" ADD CONSTRAINT "viewing_events_viewing_id_viewings_id_fk" FOREIGN KEY ("viewing_id") REFERENCES "public"."viewings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewing_events" ADD CONSTRAINT "viewing_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewing_slots" ADD CONSTRAINT "viewing_slots_viewing_id_viewings_id_fk" FOREIGN KEY ("viewing_id") REFERENCES "public"."viewings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_student_id_users_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_landlord_id_users_id_fk" FOREIGN KEY ("landlord_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewings" ADD CONSTRAINT "viewings_offered_by_users_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "viewing_events_actor_id_index" ON "viewing_events" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "viewings_listing_id_index" ON "viewings" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "viewings_room_id_index" ON "viewings" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "viewings_student_id_created_at_index" ON "viewings" USING btree ("student_id","created_at");--> statement-breakpoint
CREATE INDEX "viewings_landlord_id_created_at_index" ON "viewings" USING btree ("landlord_id","created_at");--> statement-breakpoint
CREATE INDEX "viewings_conversation_id_index" ON "viewings" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "viewings_offered_by_index" ON "viewings" USING btree ("offered_by");--> statement-breakpoint
CREATE INDEX "viewings_deadlines" ON "viewings" USING btree ("deadline_at") WHERE "viewings"."deadline_at" is not null;