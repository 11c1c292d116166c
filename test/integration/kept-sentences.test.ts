import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { expect, it } from "vitest";
import type { Phrase } from "../../src/domain/phrase.ts";
import { textOf } from "../../src/words/text.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const FOLDER = new URL("../../prisma/migrations/", import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((name) => name !== "migration_lock.toml")
  .sort();
const CHANGE = "20261128130000_phrases_and_playbook_cases";
const sqlOf = (name: string) => readFileSync(new URL(`${name}/migration.sql`, FOLDER), "utf8");

/** Sentences as they were kept, each with what is read of it now where that is not the same. */
const SENTENCES: ReadonlyArray<readonly [string, string?]> = [
  ["Get in touch and ask what they need"],
  ["No purchase for 48 days; they usually buy every 21 days."],
  ["No purchase for 8 days; they usually buy every day."],
  ["Call about the renewal"],
  ["The contract renews today."],
  ["The contract renews in 1 day.", "The contract renews tomorrow."],
  ["The contract renews in 27 days."],
  ["Get in touch and ask how things are going"],
  ["No single thing stands out."],
  ["Ask whether the fix works for them"],
  ["“Pump “A” leaks” was solved 3 days ago."],
  ["“{late}” was solved today."],
  ["Ask whether everything arrived as expected"],
  ["The last delivery was 2 days ago."],
  ["Make this month's contact"],
  ["No contact is on record."],
  ["The last contact was 31 days ago."],
  ["Get ticket T-1 (a) solved and tell them when"],
  ["“Broken” has been open for 0 days.", "“Broken” has been open since today."],
  ["“Broken” has been open for 1 day."],
  ["Say thanks and ask whether everything arrived"],
  ["They bought 1 day ago.", "They bought yesterday."],
  ["They bought today."],
  ["Orders every 21 days on average, silent for 48 days – raises the risk"],
];

describeOnEachDatabase("sentences kept before there were codes", (database) => {
  /** In a schema of its own, which the migrations up to the change have made. */
  const before = async (work: (client: pg.PoolClient) => Promise<void>) => {
    const client = await database().pool.connect();
    try {
      await client.query("CREATE SCHEMA before; SET search_path TO before, public");
      for (const name of NAMES.slice(0, NAMES.indexOf(CHANGE))) await client.query(sqlOf(name));
      await work(client);
    } finally {
      await client.query("DROP SCHEMA before CASCADE; RESET search_path");
      client.release();
    }
  };

  it("are read as they were, and know which were unasked", async () => {
    await before(async (client) => {
      await client.query("INSERT INTO customers (source, external_id, name) VALUES ('t', '1', 'Acme')");
      const keyOf = (place: number) => `${place % 2 === 0 ? "nudge" : "card"}:${place}`;
      const kept = SENTENCES.map(([sentence], place) => [keyOf(place), sentence]);
      await client.query(
        `INSERT INTO suggestions (key, customer_id, playbook, action, reason, created_at)
         SELECT key, (SELECT max(id) FROM customers), 'p', sentence, sentence, now()
         FROM unnest($1::text[], $2::text[]) AS s (key, sentence)`,
        [kept.map(([key]) => key), kept.map(([, sentence]) => sentence)],
      );
      const items = SENTENCES.map(([sentence], place) => ({
        customerId: place,
        reason: sentence,
        action: sentence,
      }));
      await client.query(
        `INSERT INTO outbox (key, kind, recipient, message, next_attempt_at, created_at)
         VALUES ('n', 'nudge', 'U1', $1, now(), now()), ('d', 'digest', 'C1', '{"kind": "digest"}', now(), now())`,
        [JSON.stringify({ kind: "nudge", items })],
      );
      await client.query(sqlOf(CHANGE));

      const { rows } = await client.query<{ key: string; kind: string; action: Phrase; reason: Phrase }>(
        "SELECT key, kind, action, reason FROM suggestions ORDER BY id",
      );
      const expected = SENTENCES.map(([sentence, now]) => now ?? sentence);
      expect(rows.map(({ action }) => textOf(action, "en"))).toEqual(expected);
      expect(rows.map(({ reason }) => reason)).toEqual(rows.map(({ action }) => action));
      expect(rows.map(({ key }) => key.split(":")[0])).toEqual(rows.map(({ kind }) => kind));
      expect(rows.filter(({ action }) => action.code === "as-written")).toHaveLength(1);
      const { rows: messages } = await client.query("SELECT message FROM outbox ORDER BY key");
      expect(messages[0].message).toEqual({ kind: "digest" });
      const told = messages[1].message.items.map(({ action }: { action: Phrase }) => textOf(action, "en"));
      expect(told).toEqual(expected);
    });
  });
});
