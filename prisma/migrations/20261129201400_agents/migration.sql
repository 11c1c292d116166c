-- By which programs ask on a member's behalf over MCP. Of a token its hash alone is kept.
CREATE TABLE "agent_tokens" (
    "id" SERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_tokens_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "agent_tokens_token_hash_key" ON "agent_tokens"("token_hash");

-- What such a program was told it would do, until its member has confirmed it.
CREATE TABLE "agent_actions" (
    "id" TEXT NOT NULL,
    "caller" TEXT NOT NULL,
    "customer_id" INTEGER NOT NULL,
    "action" JSONB NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_actions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "agent_actions_shown_at_idx" ON "agent_actions"("shown_at");
