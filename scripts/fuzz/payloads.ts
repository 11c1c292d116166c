import fc from "fast-check";
import { encodeButton } from "../../src/slack/blocks/button-value.ts";
import { encodeMetadata } from "../../src/slack/frame/form-metadata.ts";
import { ACTION, CALLBACK, EVENT, FIELD } from "../../src/slack/ids.ts";
import { commandText, oddText, PROTOTYPE_NAMES } from "./command-texts.ts";
import { CHANNELS, PEOPLE, TEAM } from "./slack-stand-in.ts";

/** What a signed request carries: fields of a form, as commands and interactions come, or a body that is taken as it is. */
export type Payload =
  | { readonly kind: "form"; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: "body"; readonly body: string; readonly type: string };

/** What a payload refers to. */
export type Known = { readonly customerIds: readonly number[]; readonly now: Date };
/** Another one for each call: what is delivered twice is done once. */
export type Fresh = () => { readonly id: string; readonly responseUrl: string };

const person = fc.constantFrom(...Object.keys(PEOPLE), "U0NOBODY");
const channel = fc.constantFrom(...Object.keys(CHANNELS), "D0FUZZ", "C0NOWHERE");

/** A value where another was expected. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    2 ** 31,
    2 ** 53,
    1e308,
    -0,
    "9223372036854775808",
    "2147483648",
    "NaN",
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    "http://169.254.169.254/",
    "https://evil.example/x",
    "javascript:alert(1)",
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...PROTOTYPE_NAMES).map((name) => JSON.parse(`{"${name}": {"${name}": 1}}`) as unknown),
);

const ids = Object.values(ACTION).flatMap((id) => [id, `${id}:0`, `${id}:all`, `${id}:thank`]);

/** What a button carries: what ours carry, the same a little off, and anything. */
const buttonValue = ({ customerIds, now }: Known): fc.Arbitrary<string> => {
  const customerId = fc.oneof(fc.constantFrom(...customerIds), fc.constantFrom(0, -1, 2 ** 31, 2 ** 53, 1.5));
  const ours = fc
    .tuple(customerId, fc.constantFrom(null, "nudge:1", "__proto__"), fc.constantFrom(0, 1e15, now.getTime()))
    .map(([id, suggestionKey, at]) => encodeButton({ customerId: id, suggestionKey, shownAt: new Date(at) }));
  const number = fc.constantFrom("0", "1", "-1", "99999999999999999999", "1e3", " 1", "all", "2026-10-01");
  return fc.oneof(
    ours,
    number,
    commandText,
    oddText,
    fc.json({ maxDepth: 2 }),
    fc.constantFrom(...PROTOTYPE_NAMES),
  );
};

const action = (known: Known) =>
  fc
    .tuple(fc.constantFrom(...ids, ...PROTOTYPE_NAMES), buttonValue(known), person, channel, fc.boolean())
    .map(([actionId, value, userId, channelId, isChoice]) => (fresh: ReturnType<Fresh>) => ({
      type: "block_actions",
      user: { id: userId, team_id: TEAM },
      channel: { id: channelId },
      container: { type: "message", is_ephemeral: false },
      message: { text: "a card", blocks: [{ type: "section", text: { type: "mrkdwn", text: "A" } }] },
      trigger_id: fresh.id,
      response_url: fresh.responseUrl,
      actions: [
        {
          ...(isChoice ? { type: "static_select", selected_option: { value } } : { type: "button", value }),
          ...{ action_id: actionId, block_id: "b", action_ts: fresh.id },
        },
      ],
    }));

const event = fc
  .tuple(
    fc.constantFrom(...Object.values(EVENT), "reaction_added", ...PROTOTYPE_NAMES),
    person,
    channel,
    commandText,
  )
  .map(([type, user, channelId, text]) => (fresh: ReturnType<Fresh>) => ({
    type: "event_callback",
    team_id: TEAM,
    event_id: fresh.id,
    event: {
      type,
      user,
      text,
      channel: channelId,
      channel_type: "im",
      tab: "home",
      ts: `1796824800.${fresh.id}`,
    },
  }));

/** Likely values of the fields of all forms: each form takes the ones it knows. */
const LIKELY: Readonly<Record<string, readonly string[]>> = {
  ...{ channel: ["phone", "email"], outcome: ["reached", "no-answer"], minutes: ["5", "0", "9999", "-1"] },
  ...{
    at: ["1796824800", "0", "99999999999"],
    snooze_for: ["7", "14", "until"],
    why_not: ["wrong-time", "other"],
  },
  ...{
    override_says: ["stay", "leave"],
    cost_category: ["tools", "labour"],
    cost_kind: ["direct", "indirect"],
  },
  ...{
    cost_amount: ["12", "1e9", "0.001", "-5", "9".repeat(30)],
    cost_currency: ["EUR", "usd", "XXX", "JPY"],
  },
  ...{
    cost_scope: ["customer", "all", "segment"],
    cost_driver: ["equal", "revenue"],
    correct_amount: ["1", "-1"],
  },
  ...{ feedback_kind: ["nps", "csat"], feedback_contact: ["none", "1"], feedback_language: ["none", "de"] },
  ...{
    playbook_mode: ["on", "off", "dry-run"],
    nudge_how: ["daily", "weekly", "off"],
    nudge_weekdays: ["1", "9"],
  },
  ...{
    nudge_hour: ["9", "25"],
    nudge_country: ["usual", "DE", "ZZ"],
    points: ["1", "1e9", "-1"],
    hand_over_to: ["U0ANA"],
  },
  ...{ event_for: ["all", "segment"], customer: ["C-1"] },
};
const DATES = ["2026-12-20", "2027-01-31", "0000-00-00", "9999-12-31", "2026-02-30"];

const fieldOf = (id: string): fc.Arbitrary<Record<string, unknown>> => {
  const likely = fc.constantFrom(...(LIKELY[id] ?? ["1", "Acme", "C-1"]), ...DATES);
  const value = fc.oneof({ weight: 3, arbitrary: likely }, { weight: 2, arbitrary: oddText });
  return fc.oneof(
    value.map((text) => ({ value: text, selected_option: { value: text }, selected_date: text })),
    value.map((text) => ({ value: text })),
    value.map((text) => ({ selected_option: { value: text } })),
    fc.constantFrom(...DATES).map((date) => ({ selected_date: date })),
    fc.constantFrom(1_796_824_800, 0, -1e12, 1e15).map((seconds) => ({ selected_date_time: seconds })),
    person.map((id) => ({ selected_user: id })),
    fc.constant({ value: null }),
  );
};

const fields = fc.record(
  Object.fromEntries(Object.values(FIELD).map((id) => [id, fieldOf(id).map((state) => ({ [id]: state }))])),
  { requiredKeys: [] },
);

/** A form that was sent, with what forms of all kinds hand back. */
const submission = ({ customerIds, now }: Known) =>
  fc
    .tuple(
      fc.constantFrom(...Object.values(CALLBACK)),
      fields,
      fc.constantFrom(...customerIds, 2 ** 30),
      person,
      channel,
    )
    .map(([callbackId, values, customerId, userId, channelId]) => (fresh: ReturnType<Fresh>) => {
      const ours = encodeMetadata({
        ...{
          customerId,
          suggestionKey: "nudge:1",
          responseUrl: fresh.responseUrl,
          channelId,
          sharedBy: null,
        },
        ...{ isCard: true, isSeenByAll: false, openedAt: now.getTime() },
      });
      const more = {
        entryId: 1,
        playbook: "thank",
        revision: 0,
        ownerId: null,
        language: "en",
        form: "chat",
        seen: null,
      };
      const metadata = JSON.stringify({ ...(JSON.parse(ours) as object), ...more });
      const view = {
        id: `V${fresh.id}`,
        callback_id: callbackId,
        private_metadata: metadata,
        state: { values },
      };
      return { type: "view_submission", user: { id: userId, team_id: TEAM }, team: { id: TEAM }, view };
    });

type Edit = {
  readonly at: number;
  readonly how: "set" | "drop" | "add";
  readonly value: unknown;
  readonly name: string;
};
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom("set", "drop", "add"),
  value: strange,
  name: fc.constantFrom(...PROTOTYPE_NAMES, "user", "id", "type", "values", "x"),
});

/** Changes a copy in some places, each as deep as it happens to be. */
function edited(payload: object, edits: readonly Edit[]): object {
  const copy = structuredClone(payload) as Record<string, unknown>;
  for (const { at, how, value, name } of edits) {
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (place === undefined) continue;
    const { holder, key } = place;
    if (how === "drop") delete holder[key];
    else
      Object.defineProperty(holder, how === "set" ? key : name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return copy;
}

type PlaceIn = { readonly holder: Record<string, unknown>; readonly key: string };
const placesIn = (part: unknown): PlaceIn[] =>
  typeof part === "object" && part !== null
    ? Object.keys(part).flatMap((key) => {
        const holder = part as Record<string, unknown>;
        return [{ holder, key }, ...placesIn(holder[key])];
      })
    : [];

const asForm = (payload: object): Payload => ({ kind: "form", fields: { payload: JSON.stringify(payload) } });
const asEvent = (payload: object): Payload => ({
  kind: "body",
  body: JSON.stringify(payload),
  type: "application/json",
});

/** The fields of a command. */
export const commandFields = (text: string, fresh: ReturnType<Fresh>, userId: string, channelId: string) => ({
  ...{ command: "/customer", text, user_id: userId, channel_id: channelId, team_id: TEAM },
  ...{ trigger_id: fresh.id, response_url: fresh.responseUrl },
});

const command = fc
  .tuple(
    commandText,
    person,
    channel,
    fc.array(
      fc.tuple(
        fc.constantFrom("text", "user_id", "channel_id", "trigger_id", "response_url", "command", "team_id"),
        oddText,
      ),
      { maxLength: 3 },
    ),
  )
  .map(
    ([text, userId, channelId, changes]) =>
      (fresh: ReturnType<Fresh>): Payload => ({
        kind: "form",
        fields: { ...commandFields(text, fresh, userId, channelId), ...Object.fromEntries(changes) },
      }),
  );

const noPayload: fc.Arbitrary<Payload> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }).map((value) => asEvent(value as object)),
  fc.jsonValue({ maxDepth: 4 }).map((value) => asForm(value as object)),
  fc
    .constantFrom(
      "null",
      "",
      "[]",
      "1",
      '"x"',
      "{",
      "payload=null",
      "payload=",
      "payload=%7B",
      '{"type":null}',
    )
    .map(
      (body): Payload => ({
        kind: "body",
        body,
        type: body.startsWith("payload") ? URL_ENCODED : "application/json",
      }),
    ),
  oddText.map((body): Payload => ({ kind: "body", body, type: URL_ENCODED })),
);
export const URL_ENCODED = "application/x-www-form-urlencoded";

/** Real payloads, real ones changed in up to four places, and what is none. */
export function anyPayload(known: Known): fc.Arbitrary<(fresh: ReturnType<Fresh>) => Payload> {
  const edits = fc.array(edit, { maxLength: 4 });
  const changed = (
    base: fc.Arbitrary<(fresh: ReturnType<Fresh>) => object>,
    as: (payload: object) => Payload,
  ) =>
    fc.tuple(base, edits).map(
      ([make, changes]) =>
        (fresh: ReturnType<Fresh>) =>
          as(edited(make(fresh), changes)),
    );
  return fc.oneof(
    { weight: 5, arbitrary: changed(action(known), asForm) },
    { weight: 3, arbitrary: changed(submission(known), asForm) },
    { weight: 3, arbitrary: changed(event, asEvent) },
    { weight: 2, arbitrary: command },
    { weight: 2, arbitrary: noPayload.map((payload) => () => payload) },
  );
}

/** Forms as Slack sends them, with anything in their fields. */
export const anyForm = (known: Known): fc.Arbitrary<(fresh: ReturnType<Fresh>) => Payload> =>
  submission(known).map((make) => (fresh: ReturnType<Fresh>) => asForm(make(fresh)));
