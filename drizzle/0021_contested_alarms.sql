CREATE TABLE "contests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"content" text NOT NULL,
	"rules" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"verdict" text,
	CONSTRAINT "contests_decision" CHECK (num_nonnulls("contests"."decided_at", "contests"."decided_by", "contests"."verdict") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "fine_notices" (
	"user_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fine_notices_user_id_conversation_id_message_id_rule_pk" PRIMARY KEY("user_id","conversation_id","message_id","rule")
);
--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contests" ADD CONSTRAINT "contests_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fine_notices" ADD CONSTRAINT "fine_notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fine_notices" ADD CONSTRAINT "fine_notices_message" FOREIGN KEY ("conversation_id","message_id") REFERENCES "public"."messages"("conversation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contests_once" ON "contests" USING btree ("user_id","conversation_id","message_id");--> statement-breakpoint
CREATE INDEX "contests_waiting" ON "contests" USING btree ("created_at") WHERE "contests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "contests_user_id_created_at_index" ON "contests" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "contests_conversation_id_index" ON "contests" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "contests_decided_by_index" ON "contests" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "fine_notices_conversation_id_message_id_index" ON "fine_notices" USING btree ("conversation_id","message_id");--> statement-breakpoint
CREATE INDEX "fine_notices_rule_index" ON "fine_notices" USING btree ("rule");