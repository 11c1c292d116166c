-- A customer's history names the digests that named them: few rows among all the messages that were ever sent.
CREATE INDEX "outbox_digest_settled_at_idx" ON "outbox" ("settled_at") WHERE "kind" = 'digest';
