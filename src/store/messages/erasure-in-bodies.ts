import { bytea, exactInt8, int4, json, nullable, text } from "../database/column-kinds.ts";
import type { Queryable } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { unpacked } from "./packed.ts";

/** What a body is looked through for. */
export type Sought = {
  /** Regular expressions, for text and for JSON. */
  readonly text: readonly string[];
  readonly json: readonly string[];
  readonly customerIds: readonly number[];
  /** How a line of a file names them: by an id of their own, in a field of its own. */
  readonly lineIds: ReadonlyArray<{ readonly source: string; readonly id: string }>;
};

/** How many of each were emptied or removed. */
export type ErasedBodies = Readonly<
  Record<
    "message_inputs" | "message_drawings" | "handled_requests" | "hook_deliveries" | "rejected_rows",
    number
  >
>;

const ROWS_AT_ONCE = 200;

/** Empties what is kept as it came or as it went out, wherever it names them; what was packed is opened one by one. */
export async function eraseInBodies(client: Queryable, sought: Sought): Promise<ErasedBodies> {
  return {
    message_inputs: await eraseInputs(client, sought),
    message_drawings: await eraseDrawings(client, sought),
    handled_requests: await eraseRequests(client, sought),
    hook_deliveries: await eraseDeliveries(client, sought),
    rejected_rows: await eraseLines(client, sought),
  };
}

function finder({ text, json, customerIds }: Sought): (body: string) => boolean {
  const ids = `"(?:customerId|id)":(?:${customerIds.join("|")})(?![0-9])`;
  const patterns = [...json.map((one) => new RegExp(one, "u")), ...text.map((one) => new RegExp(one, "iu"))];
  const byId = customerIds.length > 0 ? [new RegExp(ids)] : [];
  return (body) => [...patterns, ...byId].some((pattern) => pattern.test(body));
}

async function eraseInputs(client: Queryable, sought: Sought): Promise<number> {
  const names = finder(sought);
  let [removed, after] = [0, ""];
  for (;;) {
    const page = await INPUTS.all(client, { after, limit: ROWS_AT_ONCE });
    for (const { key, inputs } of page)
      if (names(unpacked(inputs))) removed += await REMOVE_INPUTS.run(client, { key });
    if (page.length < ROWS_AT_ONCE) return removed;
    after = page.at(-1)?.key ?? "";
  }
}

async function eraseDrawings(client: Queryable, sought: Sought): Promise<number> {
  // What stands on a button is JSON within JSON, and its ids are others' as well: words alone tell here.
  const names = finder({ ...sought, customerIds: [] });
  let [emptied, after] = [0, "0"];
  for (;;) {
    const page = await DRAWINGS.all(client, { after, limit: ROWS_AT_ONCE });
    for (const { id, body, answers } of page)
      if (names(unpacked(body)) || names(JSON.stringify(answers)))
        emptied += await EMPTY_DRAWING.run(client, { id });
    if (page.length < ROWS_AT_ONCE) return emptied;
    after = page.at(-1)?.id ?? "0";
  }
}

/** A request that is still worked on is in memory; should that end, it is not done again. */
async function eraseRequests(client: Queryable, { text: patterns, customerIds }: Sought): Promise<number> {
  const byId = customerIds.map((id) => `"customerId\\\\?":${id}(?![0-9])`);
  let emptied = 0;
  for (const pattern of [...patterns, ...byId]) emptied += await EMPTY_REQUESTS.run(client, { pattern });
  return emptied;
}

/** What still waits is worked off first: there the import refuses their rows. */
async function eraseDeliveries(client: Queryable, sought: Sought): Promise<number> {
  const names = finder({ ...sought, customerIds: [] });
  let [emptied, after] = [0, "0"];
  for (;;) {
    const page = await DELIVERIES.all(client, { after, limit: ROWS_AT_ONCE });
    for (const { id, body } of page)
      if (names(body.toString("utf8"))) emptied += await EMPTY_DELIVERY.run(client, { id });
    if (page.length < ROWS_AT_ONCE) return emptied;
    after = page.at(-1)?.id ?? "0";
  }
}

const asField = (id: string) =>
  `(^|[,;\\t|"])\\s*${id.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\\s*($|[,;\\t|"])`;

async function eraseLines(client: Queryable, { text: patterns, lineIds }: Sought): Promise<number> {
  let emptied = 0;
  for (const pattern of patterns) emptied += await EMPTY_LINES.run(client, { pattern, source: null });
  for (const { source, id } of lineIds)
    emptied += await EMPTY_LINES.run(client, { pattern: asField(id), source });
  return emptied;
}

const INPUTS = statement({
  name: "messages/erasure-in-bodies: inputs",
  sql: `SELECT message_key AS key, inputs FROM message_inputs WHERE message_key > :after::text
  ORDER BY message_key LIMIT :limit::int`,
  parameters: { after: text, limit: int4 },
  row: { key: text, inputs: bytea },
});

const REMOVE_INPUTS = statement({
  name: "messages/erasure-in-bodies: remove inputs",
  sql: "DELETE FROM message_inputs WHERE message_key = :key",
  parameters: { key: text },
});

const DRAWINGS = statement({
  name: "messages/erasure-in-bodies: drawings",
  sql: `SELECT id, body, answers FROM message_drawings WHERE id > :after::bigint AND body IS NOT NULL
  ORDER BY id LIMIT :limit::int`,
  parameters: { after: exactInt8, limit: int4 },
  row: { id: exactInt8, body: bytea, answers: json() },
});

const EMPTY_DRAWING = statement({
  name: "messages/erasure-in-bodies: empty a drawing",
  sql: "UPDATE message_drawings SET body = NULL, answers = '[]' WHERE id = :id",
  parameters: { id: exactInt8 },
});

const EMPTY_REQUESTS = statement({
  name: "messages/erasure-in-bodies: empty requests",
  sql: `UPDATE handled_requests SET body = NULL, claimed_until = NULL
  WHERE body IS NOT NULL AND body::text ~* :pattern::text`,
  parameters: { pattern: text },
});

const DELIVERIES = statement({
  name: "messages/erasure-in-bodies: deliveries",
  sql: `SELECT id, body FROM hook_deliveries WHERE id > :after::bigint AND body IS NOT NULL AND state <> 'waiting'
  ORDER BY id LIMIT :limit::int`,
  parameters: { after: exactInt8, limit: int4 },
  row: { id: exactInt8, body: bytea },
});

const EMPTY_DELIVERY = statement({
  name: "messages/erasure-in-bodies: empty a delivery",
  sql: "UPDATE hook_deliveries SET body = NULL WHERE id = :id",
  parameters: { id: exactInt8 },
});

const EMPTY_LINES = statement({
  name: "messages/erasure-in-bodies: empty rejected lines",
  sql: `
  UPDATE rejected_rows r SET raw = '', reason = 'erased', problems = '[{"code": "rejected.erased", "parameters": {}}]'
  FROM imports i
  WHERE i.id = r.import_id AND (:source::text IS NULL OR i.source = :source::text) AND r.raw ~* :pattern::text`,
  parameters: { pattern: text, source: nullable(text) },
});
