CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"uploader_id" uuid NOT NULL,
	"state" text DEFAULT 'uploading' NOT NULL,
	"message_id" uuid,
	"name" text NOT NULL,
	"length" integer NOT NULL,
	"kind" text,
	"content_type" text,
	"byte_size" integer,
	"width" integer,
	"height" integer,
	"placeholder" text,
	"duration_ms" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "attachments_state" CHECK ("attachments"."state" in ('uploading', 'ready', 'held', 'sent')),
	CONSTRAINT "attachments_message" CHECK (("attachments"."state" in ('held', 'sent')) = ("attachments"."message_id" is not null)),
	CONSTRAINT "attachments_ready" CHECK (num_nonnulls("attachments"."kind", "attachments"."content_type", "attachments"."byte_size", "attachments"."ready_at")
        = case when "attachments"."state" = 'uploading' then 0 else 4 end)
);
--> statement-breakpoint
ALTER TABLE "held_messages" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploader_id_users_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_uploader_id_created_at_index" ON "attachments" USING btree ("uploader_id","created_at");--> statement-breakpoint
CREATE INDEX "attachments_conversation_id_message_id_index" ON "attachments" USING btree ("conversation_id","message_id");--> statement-breakpoint
CREATE INDEX "attachments_unsent" ON "attachments" USING btree ("created_at") WHERE "attachments"."state" <> 'sent';