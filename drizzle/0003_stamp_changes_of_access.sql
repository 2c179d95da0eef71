-- Also what another program changes is seen: the watch of live sockets asks for rows by this stamp.
CREATE FUNCTION "stamp_access_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW."access_changed_at" := clock_timestamp();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "users_access_changed" BEFORE UPDATE OF "role", "banned_until" ON "users"
	FOR EACH ROW WHEN (OLD."role" IS DISTINCT FROM NEW."role" OR OLD."banned_until" IS DISTINCT FROM NEW."banned_until")
	EXECUTE FUNCTION "stamp_access_change"();
