CREATE TABLE "booking_events" (
	"booking_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"event" text NOT NULL,
	"status" text NOT NULL,
	"actor_id" uuid,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"reason" text,
	"note" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_events_booking_id_version_pk" PRIMARY KEY("booking_id","version")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"landlord_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"card_message_id" uuid NOT NULL,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"rent_cents" integer NOT NULL,
	"deposit_cents" integer NOT NULL,
	"stay_cents" integer NOT NULL,
	"first_payment_cents" integer NOT NULL,
	"cancellation_policy" text NOT NULL,
	"deadline_at" timestamp (3) with time zone,
	"reason" text,
	"note" text,
	"proposed_from" date,
	"proposed_to" date,
	"proposed_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_dates" CHECK ("bookings"."from_date" < "bookings"."to_date"),
	CONSTRAINT "bookings_proposal" CHECK (num_nonnulls("bookings"."proposed_from", "bookings"."proposed_to", "bookings"."proposed_by") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_student_id_users_id_fk" FOREIGN KEY ("student_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_landlord_id_users_id_fk" FOREIGN KEY ("landlord_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_events_actor_id_index" ON "booking_events" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "bookings_room_id_status_index" ON "bookings" USING btree ("room_id","status");--> statement-breakpoint
CREATE INDEX "bookings_student_id_created_at_index" ON "bookings" USING btree ("student_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_landlord_id_created_at_index" ON "bookings" USING btree ("landlord_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_conversation_id_index" ON "bookings" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "bookings_proposed_by_index" ON "bookings" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "bookings_deadlines" ON "bookings" USING btree ("deadline_at") WHERE "bookings"."deadline_at" is not null;