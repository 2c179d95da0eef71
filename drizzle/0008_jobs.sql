CREATE TABLE "effects" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"name" text PRIMARY KEY NOT NULL,
	"slot" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "effects_at_index" ON "effects" USING btree ("at");