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
ALTER TABLE "rule_weights" ADD CONSTRAINT "rule_weights_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rule_weights_set_by_index" ON "rule_weights" USING btree ("set_by");--> statement-breakpoint
CREATE INDEX "messages_noticed" ON "messages" USING btree ("created_at") WHERE cardinality("messages"."notices") > 0;