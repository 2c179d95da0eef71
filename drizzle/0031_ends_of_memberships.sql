ALTER TABLE "participants" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "participants_left_at_index" ON "participants" USING btree ("left_at") WHERE "participants"."left_at" is not null;--> statement-breakpoint
-- Also who is taken out by another program, or while no word came through to another node, hears nothing more.
CREATE FUNCTION "stamp_membership_end"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW."left_at" := clock_timestamp();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "participants_left" BEFORE UPDATE OF "left_seq" ON "participants"
	FOR EACH ROW WHEN (NEW."left_seq" IS NOT NULL AND OLD."left_seq" IS DISTINCT FROM NEW."left_seq")
	EXECUTE FUNCTION "stamp_membership_end"();
