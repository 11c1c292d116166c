-- A team's own texts in the place of ours, by playbook and language. Without a row ours serve.
CREATE TABLE "draft_templates" (
    "playbook" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "set_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_templates_pkey" PRIMARY KEY ("playbook","language")
);
