import { addDays, type Day, isDay, localTime } from "../../domain/calendar.ts";
import {
  LONGEST_BECAUSE,
  LONGEST_OVERRIDE_DAYS,
  OVERRIDE_SAYS,
  type OverrideSays,
} from "../../domain/outreach/overrides/override.ts";
import type { OverrideSet } from "../../flows/messages/set-override.ts";
import type { OverrideTaken } from "../../flows/messages/take-back-override.ts";
import { type Say, sayIn } from "../../words/say.ts";
import { asReadBy } from "../blocks/outreach/customer-card.ts";
import { TAKE_BACK } from "../blocks/outreach/override-form.ts";
import { overrideParts } from "../blocks/outreach/override-words.ts";
import { decodeMetadata, type FormMetadata } from "../frame/form-metadata.ts";
import type { PermittedTools, SubmissionHandler } from "../frame/handler.ts";
import type { SubmissionRequest } from "../frame/payloads.ts";
import { readerLocale } from "../frame/reader-locale.ts";
import { FIELD } from "../ids.ts";
import { showAnswered } from "./show-answered.ts";

type Call = { readonly says: OverrideSays; readonly untilDay: Day; readonly because: string };

/** I know better: keeps the call, or takes it back, and shows the card as it is now. */
export const overrideSubmission: SubmissionHandler = (request, { reader, now }) => {
  const metadata = decodeMetadata(request.metadata);
  if (request.fields.get(FIELD.overrideSays) === TAKE_BACK)
    return { kind: "good", place: metadata, handle: (tools) => takeBackOverride(metadata, tools) };
  const call = callIn(request, localTime(now, reader.timeZone).day, sayIn(readerLocale(reader)));
  if ("errors" in call) return { kind: "wrong", errors: call.errors };
  return { kind: "good", place: metadata, handle: (tools) => makeCall(call, metadata, tools) };
};

/** What the form says, or what is wrong with it, by field. */
function callIn(
  { fields }: SubmissionRequest,
  today: Day,
  say: Say,
): Call | { errors: Record<string, string> } {
  const says = OVERRIDE_SAYS.find((one) => one === fields.get(FIELD.overrideSays));
  const picked = fields.get(FIELD.overrideUntil) ?? "";
  const because = fields.get(FIELD.overrideBecause)?.trim() ?? "";
  const errors = {
    ...(says === undefined ? { [FIELD.overrideSays]: say("override.form.choose") } : {}),
    ...dayProblem(picked, today, say),
    ...(because === "" ? { [FIELD.overrideBecause]: say("override.form.no-reason") } : {}),
    ...(because.length > LONGEST_BECAUSE
      ? { [FIELD.overrideBecause]: say("override.form.too-long", { mostCharacters: LONGEST_BECAUSE }) }
      : {}),
  };
  if (says === undefined || Object.keys(errors).length > 0) return { errors };
  return { says, untilDay: picked, because };
}

function dayProblem(picked: string, today: Day, say: Say): Record<string, string> {
  const because = !isDay(picked)
    ? "no-day"
    : picked <= today
      ? "past"
      : picked > addDays(today, LONGEST_OVERRIDE_DAYS)
        ? "too-far"
        : null;
  return because === null ? {} : { [FIELD.overrideUntil]: say(`override.form.${because}`) };
}

async function makeCall(call: Call, metadata: FormMetadata, tools: PermittedTools): Promise<void> {
  const { flows, reader } = tools;
  const { timeZone, slackUserId: memberId } = reader;
  const { customerId } = metadata;
  const result = await flows.setOverride({
    ...call,
    customerId,
    memberId,
    timeZone,
    seenAt: seenAt(metadata),
  });
  await showAnswered(metadata, setLine(result, tools), tools);
}

/** Takes back what was said, from a button or the form, and shows the card as it is now. */
export async function takeBackOverride(metadata: FormMetadata, tools: PermittedTools): Promise<void> {
  const { flows, reader } = tools;
  const { customerId } = metadata;
  const memberId = reader.slackUserId;
  const taken = await flows.takeBackOverride({ customerId, memberId, seenAt: seenAt(metadata) });
  await showAnswered(metadata, takenLine(taken, tools), tools);
}

const seenAt = ({ openedAt }: FormMetadata) => (openedAt === null ? null : new Date(openedAt));

function setLine(result: OverrideSet, { clock, reader }: PermittedTools): string {
  const reading = { now: clock(), ...asReadBy(reader) };
  const say = sayIn(reading.locale);
  switch (result.kind) {
    case "set":
      return say("override.done", overrideParts({ ...result, by: "", byName: null }, reading));
    case "meanwhile":
      return say("override.meanwhile", overrideParts(result.override, reading));
    case "gone":
      return say("notice.gone");
    default:
      return say(`override.form.${result.kind}`);
  }
}

function takenLine(taken: OverrideTaken, { clock, reader }: PermittedTools): string {
  const reading = { now: clock(), ...asReadBy(reader) };
  const say = sayIn(reading.locale);
  if (taken.kind === "meanwhile") return say("override.meanwhile", overrideParts(taken.override, reading));
  return say(taken.kind === "gone" ? "notice.gone" : `override.${taken.kind}`);
}
