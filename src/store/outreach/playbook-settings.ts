import { z } from "zod";
import type { Money } from "../../domain/money.ts";
import type {
  PlaybookMode,
  PlaybookSetting,
  PlaybookSettings,
} from "../../domain/outreach/playbooks/playbook-settings.ts";
import { noteIn } from "../database/audit.ts";
import { int4, int8, json, nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database, Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type PlaybookSettingStore = ReturnType<typeof playbookSettingStore>;

/** What was set of a playbook, and by whom last. */
export type KeptSetting = PlaybookSetting & {
  readonly playbook: string;
  /** Counts the changes, from 1. */
  readonly revision: number;
  /** Slack user id, or the command line. */
  readonly by: string;
  /** Null: the command line, or somebody who is not known any more. */
  readonly byName: string | null;
  readonly at: Date;
};

export type NewSetting = PlaybookSetting & {
  readonly playbook: string;
  /** The revision that was seen, 0 where there was none; null: whatever there is. */
  readonly seen: number | null;
  readonly by: string;
  readonly at: Date;
};

export type SavedSetting = {
  /** `meanwhile`: somebody else changed it since it was seen, and nothing is kept. */
  readonly kind: "saved" | "unchanged" | "meanwhile";
};

/** How often a playbook applied. */
export type AppliedCount = {
  readonly playbook: string;
  /** Customers it applied to. */
  readonly customers: number;
  /** Those about whom it spoke, on a card or in a nudge. */
  readonly told: number;
  /** Those of whom nobody was told because it was in a dry run. */
  readonly dryRun: number;
};

/** What the team set of its playbooks. */
export function playbookSettingStore(database: Database) {
  return {
    /** Everything that was set, by playbook: also of playbooks that this version does not know. */
    all: (): Promise<KeptSetting[]> => readSettings(database.pool),

    /** How often each playbook applied from a moment on, each customer once. */
    applied: (since: Date): Promise<AppliedCount[]> => APPLIED.all(database.pool, { since }),

    /** Keeps a setting in place of the one that was seen, with who changed what from what. */
    save: ({ playbook, seen, by, at, ...setting }: NewSetting): Promise<SavedSetting> =>
      inTransaction(database, async (client) => {
        await LOCK.run(client);
        const kept = (await readSettings(client)).find((one) => one.playbook === playbook);
        if (seen !== null && seen !== (kept?.revision ?? 0)) return { kind: "meanwhile" };
        const before = kept === undefined ? AS_DECLARED : settingIn(kept);
        if (asText(before) === asText(setting)) return { kind: "unchanged" };
        const { gift, ...rest } = setting;
        const money = { giftMinor: gift?.minor ?? null, giftCurrency: gift?.currency ?? null };
        await SAVE.run(client, { playbook, ...rest, ...money, by, at });
        const details = { playbook, before, after: setting };
        await noteIn(client, { at, actor: by, action: "playbook.set", customerId: null, details });
        return { kind: "saved" };
      }),
  };
}

/** What the team set, as playbooks are given it. */
export async function readPlaybookSettings(db: Queryable): Promise<PlaybookSettings> {
  return Object.fromEntries((await readSettings(db)).map((kept) => [kept.playbook, settingIn(kept)]));
}

const settingIn = ({ mode, numbers, minutes, gift }: PlaybookSetting): PlaybookSetting => ({
  mode,
  numbers,
  minutes,
  gift,
});

const AS_DECLARED: PlaybookSetting = { mode: "on", numbers: {}, minutes: null, gift: null };

/** The same whatever the order of the numbers. */
const asText = ({ mode, numbers, minutes, gift }: PlaybookSetting) =>
  JSON.stringify([mode, Object.entries(numbers).toSorted(), minutes, gift?.minor, gift?.currency]);

/** What is no number does not count, and is said where the settings are listed. */
const NUMBERS = z.record(z.string(), z.number().catch(Number.NaN));

async function readSettings(db: Queryable): Promise<KeptSetting[]> {
  const rows = await ALL.all(db);
  return rows.map(({ giftMinor, giftCurrency, numbers, ...kept }) => ({
    ...kept,
    numbers: NUMBERS.parse(numbers),
    gift: giftFrom(giftMinor, giftCurrency),
  }));
}

const giftFrom = (minor: number | null, currency: string | null): Money | null =>
  minor === null || currency === null ? null : { minor, currency };

const ALL = statement({
  name: "outreach/playbook-settings: all",
  isKeptPlanned: true,
  sql: `
  SELECT s.playbook, s.mode, s.numbers, s.minutes, s.gift_minor AS "giftMinor", s.gift_currency AS "giftCurrency",
    s.revision, s.set_by AS by, m.name AS "byName", s.updated_at AS at
  FROM playbook_settings s LEFT JOIN members m ON m.slack_user_id = s.set_by
  ORDER BY s.playbook`,
  row: {
    playbook: text,
    mode: textOf<PlaybookMode>(),
    numbers: json(),
    minutes: nullable(int4),
    giftMinor: nullable(int8),
    giftCurrency: nullable(text),
    revision: int4,
    by: text,
    byName: nullable(text),
    at: timestamptz,
  },
});

/** Changes are rare and wait for each other; whoever reads does not wait. */
const LOCK = statement({
  name: "outreach/playbook-settings: lock",
  sql: "SELECT pg_advisory_xact_lock(hashtext('mainstay.playbook-settings'))::text AS locked",
  row: { locked: nullable(text) },
});

const SAVE = statement({
  name: "outreach/playbook-settings: save",
  sql: `
  INSERT INTO playbook_settings AS kept
    (playbook, mode, numbers, minutes, gift_minor, gift_currency, revision, set_by, updated_at)
  VALUES (:playbook, :mode, :numbers, :minutes, :giftMinor, :giftCurrency, 1, :by, :at)
  ON CONFLICT (playbook) DO UPDATE SET mode = excluded.mode, numbers = excluded.numbers, minutes = excluded.minutes,
    gift_minor = excluded.gift_minor, gift_currency = excluded.gift_currency, revision = kept.revision + 1,
    set_by = excluded.set_by, updated_at = excluded.updated_at`,
  parameters: {
    playbook: text,
    mode: text,
    numbers: json(),
    minutes: nullable(int4),
    giftMinor: nullable(int8),
    giftCurrency: nullable(text),
    by: text,
    at: timestamptz,
  },
});

const APPLIED = statement({
  name: "outreach/playbook-settings: applied",
  sql: `
  SELECT playbook, count(DISTINCT customer_id)::int AS customers,
    (count(DISTINCT customer_id) FILTER (WHERE chosen_at IS NOT NULL))::int AS told,
    (count(DISTINCT customer_id) FILTER (WHERE passed_over = 'dry-run'))::int AS "dryRun"
  FROM playbook_cases WHERE eligible_at >= :since GROUP BY playbook ORDER BY playbook`,
  parameters: { since: timestamptz },
  row: { playbook: text, customers: int4, told: int4, dryRun: int4 },
});
