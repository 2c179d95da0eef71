-- Words of messages, found without regard to case, accents and languages (docs/decisions/0038-search-in-messages.md). They are the
-- same under every locale of a database: what separates words is listed here, and lower case is ICU's.
-- btree_gin lets one index hold a conversation and its words. It is a trusted extension: whoever owns the database may add it.
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE FUNCTION message_fold(content text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN regexp_replace(
  replace(translate(
    normalize(lower(regexp_replace(normalize(content, NFKD), '[\u0300-\u036f]', '', 'g') COLLATE "und-x-icu"), NFKC),
    'øłđıςæœ', 'oldiσao'), 'ß', 'ss'),
  '[\u0001-\u002f\u003a-\u0060\u007b-\u00b6\u00b8-\u00bf\u00d7\u00f7\u1680\u180e\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030-\u303f\u30fb\ud7b0-\uf8ff\ufe00-\ufe6f\ufeff\uff00-\uff0f\ufffd\U0001d000-\U0001faff\U000e0000-\U000e0fff]+',
  ' ', 'g');
--> statement-breakpoint
CREATE FUNCTION message_words(content text) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN array_remove(regexp_split_to_array(regexp_replace(
  message_fold(content), '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u302f\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+)', ' \1 ', 'g'), ' +'), '');
--> statement-breakpoint
-- True of a word in a language without spaces between words.
CREATE FUNCTION message_run(word text) RETURNS boolean IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN word ~ '^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u302f\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]';
--> statement-breakpoint
-- What a message is found by: its words (A), in languages without spaces each pair of neighbours (A), and stems of four languages (D).
CREATE FUNCTION message_search(content text) RETURNS tsvector IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
RETURN (
  WITH said AS MATERIALIZED (
    SELECT word, message_run(word) AS is_run
    FROM unnest(message_words(content)) word
  ), terms AS (
    SELECT left(word, 60) AS term FROM said WHERE NOT is_run
    UNION
    SELECT substr(word, place, 2) FROM said, generate_series(1, length(word)) place WHERE is_run
  ), line AS (
    SELECT coalesce(string_agg(left(word, 60), ' '), '') AS words FROM said WHERE NOT is_run
  )
  SELECT (SELECT coalesce(string_agg(term || ':1A', ' '), '')::tsvector FROM terms)
    || to_tsvector('english', words) || to_tsvector('german', words) || to_tsvector('spanish', words) || to_tsvector('french', words)
  FROM line
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (message_search(content)) STORED;--> statement-breakpoint
CREATE INDEX "messages_search" ON "messages" USING gin ("conversation_id","search") WITH (gin_pending_list_limit=512);