CREATE TABLE "held_messages" (
	"conversation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "held_messages_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sender_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" text NOT NULL,
	"mentions" uuid[] DEFAULT '{}' NOT NULL,
	"reply_to_id" uuid,
	"client_timestamp" timestamp (3) with time zone,
	"rules" text[] NOT NULL,
	"score" integer NOT NULL,
	"held_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"reason" text,
	"discarded_at" timestamp (3) with time zone,
	CONSTRAINT "held_messages_conversation_id_id_pk" PRIMARY KEY("conversation_id","id"),
	CONSTRAINT "held_messages_state" CHECK ("held_messages"."state" in ('waiting', 'released', 'refused')),
	CONSTRAINT "held_messages_decision" CHECK (("held_messages"."state" = 'waiting') = ("held_messages"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "message_versions" (
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_versions_conversation_id_seq_version_pk" PRIMARY KEY("conversation_id","seq","version")
);
--> statement-breakpoint
CREATE TABLE "rule_weights" (
	"rule" text PRIMARY KEY NOT NULL,
	"first" integer NOT NULL,
	"known" integer NOT NULL,
	"booked" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_weights_bounds" CHECK (least("rule_weights"."first", "rule_weights"."known", "rule_weights"."booked") >= 0 and greatest("rule_weights"."first", "rule_weights"."known", "rule_weights"."booked") <= 100)
);
--> statement-breakpoint
CREATE TABLE "sent_fingerprints" (
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"fingerprint" text,
	"is_risky" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sent_fingerprints_conversation_id_message_id_pk" PRIMARY KEY("conversation_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "takeovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"outcome" text,
	CONSTRAINT "takeovers_decision" CHECK (num_nonnulls("takeovers"."decided_at", "takeovers"."decided_by", "takeovers"."outcome") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reactions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "trusted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_sender_id_users_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_versions" ADD CONSTRAINT "message_versions_message_fk" FOREIGN KEY ("conversation_id","seq") REFERENCES "public"."messages"("conversation_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_weights" ADD CONSTRAINT "rule_weights_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takeovers" ADD CONSTRAINT "takeovers_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_messages_waiting" ON "held_messages" USING btree ("sender_id","position") WHERE "held_messages"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "held_messages_sender_id_position_index" ON "held_messages" USING btree ("sender_id","position");--> statement-breakpoint
CREATE INDEX "held_messages_decided_by_index" ON "held_messages" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "held_messages_decided_at_index" ON "held_messages" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "message_versions_replaced_at_index" ON "message_versions" USING btree ("replaced_at");--> statement-breakpoint
CREATE INDEX "rule_weights_set_by_index" ON "rule_weights" USING btree ("set_by");--> statement-breakpoint
CREATE INDEX "sent_fingerprints_sender_id_at_index" ON "sent_fingerprints" USING btree ("sender_id","at");--> statement-breakpoint
CREATE INDEX "sent_fingerprints_at_index" ON "sent_fingerprints" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "takeovers_one_open" ON "takeovers" USING btree ("user_id") WHERE "takeovers"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "takeovers_user_id_index" ON "takeovers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "takeovers_decided_by_index" ON "takeovers" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "messages_replies" ON "messages" USING btree ("conversation_id","reply_to_seq") WHERE "messages"."reply_to_seq" is not null;--> statement-breakpoint
CREATE INDEX "messages_noticed" ON "messages" USING btree ("created_at") WHERE cardinality("messages"."notices") > 0;