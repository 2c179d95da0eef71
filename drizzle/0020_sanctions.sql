CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sanction_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"outcome" text,
	"answer" text,
	CONSTRAINT "appeals_sanctionId_unique" UNIQUE("sanction_id"),
	CONSTRAINT "appeals_decision" CHECK (num_nonnulls("appeals"."decided_at", "appeals"."decided_by", "appeals"."outcome", "appeals"."answer") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "removed_messages" (
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"sanction_id" uuid NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "removed_messages_conversation_id_seq_pk" PRIMARY KEY("conversation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "sanctions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rule" text NOT NULL,
	"reason" text NOT NULL,
	"until" timestamp (3) with time zone,
	"report_id" uuid,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	"lift_reason" text,
	CONSTRAINT "sanctions_lift" CHECK (num_nonnulls("sanctions"."lifted_at", "sanctions"."lifted_by") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "silenced_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_sanction_id_sanctions_id_fk" FOREIGN KEY ("sanction_id") REFERENCES "public"."sanctions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removed_messages" ADD CONSTRAINT "removed_messages_sanction_id_sanctions_id_fk" FOREIGN KEY ("sanction_id") REFERENCES "public"."sanctions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removed_messages" ADD CONSTRAINT "removed_messages_message" FOREIGN KEY ("conversation_id","seq") REFERENCES "public"."messages"("conversation_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_lifted_by_users_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeals_waiting" ON "appeals" USING btree ("created_at") WHERE "appeals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "appeals_decided_by_index" ON "appeals" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "removed_messages_sanction_id_index" ON "removed_messages" USING btree ("sanction_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sanctions_one_that_lasts" ON "sanctions" USING btree ("user_id","kind") WHERE "sanctions"."lifted_at" is null and "sanctions"."kind" in ('silence', 'ban');--> statement-breakpoint
CREATE INDEX "sanctions_user_id_created_at_index" ON "sanctions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "sanctions_report_id_index" ON "sanctions" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "sanctions_actor_id_index" ON "sanctions" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "sanctions_lifted_by_index" ON "sanctions" USING btree ("lifted_by");