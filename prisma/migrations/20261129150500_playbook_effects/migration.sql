-- Which share of would-be leavers stays because of each playbook: weighed every night from what is believed and measured.
CREATE TABLE "playbook_effects" (
    "playbook" TEXT NOT NULL,
    "saved_share" DOUBLE PRECISION NOT NULL,
    "origin" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "weighed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "playbook_effects_pkey" PRIMARY KEY ("playbook"),
    CONSTRAINT "playbook_effects_saved_share_check" CHECK ("saved_share" BETWEEN -1 AND 1),
    CONSTRAINT "playbook_effects_origin_check" CHECK ("origin" IN ('believed', 'measured')),
    CONSTRAINT "playbook_effects_weight_check" CHECK ("weight" BETWEEN 0 AND 1)
);

-- By which shares each quarter was drawn: they may be set otherwise by the time it is looked at.
CREATE TABLE "hold_outs" (
    "quarter" TEXT NOT NULL,
    "playbook_share" DOUBLE PRECISION NOT NULL,
    "global_share" DOUBLE PRECISION NOT NULL,
    "salt" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hold_outs_pkey" PRIMARY KEY ("quarter"),
    CONSTRAINT "hold_outs_playbook_share_check" CHECK ("playbook_share" BETWEEN 0 AND 1),
    CONSTRAINT "hold_outs_global_share_check" CHECK ("global_share" BETWEEN 0 AND 1)
);
