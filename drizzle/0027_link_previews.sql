CREATE TABLE "link_previews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"title" text,
	"description" text DEFAULT '' NOT NULL,
	"site_name" text DEFAULT '' NOT NULL,
	"has_picture" boolean DEFAULT false NOT NULL,
	"fetched_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "preview_id" uuid;--> statement-breakpoint
ALTER TABLE "preferences" ADD COLUMN "link_previews" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "link_previews_url_fetched_at_index" ON "link_previews" USING btree ("url","fetched_at");--> statement-breakpoint
CREATE INDEX "link_previews_fetched_at_index" ON "link_previews" USING btree ("fetched_at");--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_preview_id_link_previews_id_fk" FOREIGN KEY ("preview_id") REFERENCES "public"."link_previews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_previewed" ON "messages" USING btree ("preview_id") WHERE "messages"."preview_id" is not null;