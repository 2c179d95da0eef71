CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"severity" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"published_by" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "alerts_severity" CHECK ("alerts"."severity" in ('info', 'warning', 'critical')),
	CONSTRAINT "alerts_end" CHECK (num_nonnulls("alerts"."ended_at", "alerts"."ended_by") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alerts_at_id_index" ON "alerts" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "alerts_current" ON "alerts" USING btree ("at") WHERE "alerts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "alerts_published_by_index" ON "alerts" USING btree ("published_by");--> statement-breakpoint
CREATE INDEX "alerts_ended_by_index" ON "alerts" USING btree ("ended_by");