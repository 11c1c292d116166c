-- The key of an activity begins with its id, which tells nearly all rows apart. Begun with the source, which most rows share, each comparison
-- on the way to a row's place was two. The index is made before the table is locked for readers. A table in parts keeps the
-- order it was made with: the migration engine cuts a file at every semicolon, so those inside are written \x3b.
DO E'BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = \'activities\'::regclass) = \'p\' THEN RETURN\x3b END IF\x3b
  CREATE UNIQUE INDEX activities_by_id ON activities (external_id, source)\x3b
  ALTER TABLE activities DROP CONSTRAINT activities_pkey,
    ADD CONSTRAINT activities_pkey PRIMARY KEY USING INDEX activities_by_id\x3b
END';
