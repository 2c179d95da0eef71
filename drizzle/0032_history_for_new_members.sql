ALTER TABLE "conversations" ADD COLUMN "open_history" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "sees_before" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "hidden_seq" integer GENERATED ALWAYS AS (case when sees_before then 0 else joined_seq end) STORED NOT NULL;--> statement-breakpoint
-- Who is out sees nothing, and who is added again sees what is decided then, also where a version from before this adds them.
CREATE OR REPLACE FUNCTION "stamp_membership_end"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW."left_at" := clock_timestamp();
	NEW."sees_before" := false;
	RETURN NEW;
END
$$;
