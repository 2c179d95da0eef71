-- btree_gist lets an exclusion constraint compare ids beside ranges. It is a trusted extension: whoever owns the database may add it.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Whoever clicks first: two bookings that hold one room never share a night. A day of leaving is free for the next to arrive.
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_never_overlap" EXCLUDE USING gist
	("room_id" WITH =, daterange("from_date", "to_date") WITH &&)
	WHERE ("status" IN ('approved', 'confirmed', 'checked_in'));
