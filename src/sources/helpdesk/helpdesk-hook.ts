import { parseInstant } from "../csv/instant.ts";
import { flatRecord, isRecord, parseWritten, type WrittenJson } from "../json/flat-record.ts";
import { genuine, isOfNow, isSignedBy, refused } from "../pull/signature.ts";
import { SourceError } from "../pull/source-definition.ts";
import type { HookCheck, HookDelivery, HookRequest, SourceHook, ToldRecord } from "../pull/source-hook.ts";
import { type HelpdeskShape, helpdeskShape, TICKETS } from "./helpdesk-shape.ts";

/** Tickets, told whole. */
export const helpdeskHook: SourceHook = {
  secret: "HELPDESK_HOOK_SECRET",
  headers: [],
  check: (request) => (request.settings.signature === "intercom" ? likeIntercom(request) : own(request)),
  tells: "records",
  recordsIn,
};

/** `X-Signature: sha256=…`, hexadecimal, of `X-Timestamp` (seconds since 1970), a dot and the body. */
function own({ headers, body, secret, now }: HookRequest): HookCheck {
  const given = /^sha256=(.+)$/.exec(headers["x-signature"] ?? "")?.[1];
  const time = headers["x-timestamp"] ?? "";
  if (given === undefined || !/^\d+$/.test(time)) return refused("unsigned");
  const signature = { algorithm: "sha256", encoding: "hex", secret, signed: [`${time}.`, body] } as const;
  if (!isSignedBy(signature, given)) return refused("wrong-signature");
  return isOfNow(Number(time) * 1_000, now) ? genuine(body) : refused("wrong-time");
}

/** `X-Hub-Signature: sha1=…`, hexadecimal, of the body alone: a second delivery of the same body is not done again. */
function likeIntercom({ headers, body, secret }: HookRequest): HookCheck {
  const given = /^sha1=(.+)$/.exec(headers["x-hub-signature"] ?? "")?.[1];
  if (given === undefined) return refused("unsigned");
  const signature = { algorithm: "sha1", encoding: "hex", secret, signed: [body] } as const;
  return isSignedBy(signature, given) ? genuine(body) : refused("wrong-signature");
}

async function recordsIn({ body, settings }: HookDelivery): Promise<readonly ToldRecord[]> {
  const shape = await helpdeskShape(settings.file ?? "");
  const found = placeIn(written(body), shape.ticket);
  const tickets = Array.isArray(found) ? found : [found];
  return tickets.map((ticket) => toldRecord(ticket, shape));
}

function written(body: Buffer): WrittenJson {
  try {
    return parseWritten(body.toString("utf8"));
  } catch {
    throw new SourceError("changed-shape", "the body is no JSON");
  }
}

function placeIn(all: WrittenJson, name: string): WrittenJson | undefined {
  let place: WrittenJson | undefined = all;
  for (const part of name === "" ? [] : name.split(".")) place = isRecord(place) ? place[part] : undefined;
  return place;
}

function toldRecord(ticket: WrittenJson | undefined, { ticket: where, ...shape }: HelpdeskShape): ToldRecord {
  if (!isRecord(ticket)) throw changed(where === "" ? "the body is no ticket" : `there is no ${where}`);
  const texts = flatRecord(ticket);
  const id = texts.get(shape.id) ?? "";
  if (id === "") throw changed(`a ticket has no ${shape.id}`);
  const isDeleted = !["", "false"].includes(texts.get(shape.deleted) ?? "");
  const at = momentOf(texts.get(shape.updatedAt) ?? "", shape.updatedAt);
  return { stream: TICKETS, id, at, record: isDeleted ? null : ticket };
}

/** ISO 8601, or seconds since 1970. Without a time nobody knew which of two versions is newer. */
function momentOf(text: string, field: string): Date {
  const at = /^\d{9,11}(\.\d+)?$/.test(text) ? new Date(Number(text) * 1_000) : parseInstant(text);
  if (at === null) throw changed(`${field} of a ticket is no time`);
  return at;
}

const changed = (message: string) => new SourceError("changed-shape", message);
