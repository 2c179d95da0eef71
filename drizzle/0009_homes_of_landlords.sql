-- pg_trgm finds words that are typed a little wrong. It is a trusted extension: whoever owns the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "listing_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"url" text NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "paused_published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "search_text" text GENERATED ALWAYS AS (lower(title || ' ' || tagline || ' ' || city || ' ' || street || ' ' || description)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "listing_photos" ADD CONSTRAINT "listing_photos_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listing_photos_listing_id_position_index" ON "listing_photos" USING btree ("listing_id","position");--> statement-breakpoint
CREATE INDEX "listings_search_text" ON "listings" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "listings_city" ON "listings" USING gin ("city" gin_trgm_ops);
--> statement-breakpoint
-- The photos that are there already.
INSERT INTO "listing_photos" ("id", "listing_id", "position", "url")
	SELECT gen_random_uuid(), "listings"."id", "photo"."ordinality" - 1, "photo"."url"
	FROM "listings", unnest("listings"."photo_urls") WITH ORDINALITY AS "photo"("url", "ordinality");
