import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { helpdeskSource } from "../../../../src/sources/helpdesk/helpdesk-source.ts";
import { hubspotSource } from "../../../../src/sources/hubspot/hubspot-source.ts";
import type { HookRequest, SourceHook } from "../../../../src/sources/pull/source-hook.ts";
import { shopifySource } from "../../../../src/sources/shopify/shopify-source.ts";
import { stripeSource } from "../../../../src/sources/stripe/stripe-source.ts";
import { zendeskSource } from "../../../../src/sources/zendesk/zendesk-source.ts";

const NOW = new Date("2026-11-29T10:00:00Z");
const SECRET = "whsec_sixteen-letters";
const URL = "https://bot.example/hooks/hubspot";
const BODY = Buffer.from('{"id":"1","name":"晨光 Ångström 🚀"}');

type Sign = (body: Buffer, at: Date, secret: string) => Record<string, string>;
type Signer = {
  readonly hook: SourceHook;
  readonly sign: Sign;
  readonly settings?: Record<string, string>;
  /** Null: no time is signed. */
  readonly timed: boolean;
};

const hmac = (algorithm: string, secret: string, ...parts: (string | Buffer)[]) => {
  const made = createHmac(algorithm, secret);
  for (const part of parts) made.update(part);
  return made;
};
const seconds = (at: Date) => String(Math.floor(at.getTime() / 1_000));

const SIGNERS: Readonly<Record<string, Signer>> = {
  Stripe: {
    ...{ hook: stripeSource.hook!, timed: true },
    sign: (body, at, secret) => ({
      "stripe-signature": `t=${seconds(at)},v1=${"0".repeat(64)},v1=${hmac("sha256", secret, `${seconds(at)}.`, body).digest("hex")},v0=abc`,
    }),
  },
  Shopify: {
    ...{ hook: shopifySource.hook!, timed: false },
    sign: (body, _, secret) => ({
      "x-shopify-hmac-sha256": hmac("sha256", secret, body).digest("base64"),
    }),
  },
  Zendesk: {
    ...{ hook: zendeskSource.hook!, timed: true },
    sign: (body, at, secret) => ({
      "x-zendesk-webhook-signature": hmac("sha256", secret, at.toISOString(), body).digest("base64"),
      "x-zendesk-webhook-signature-timestamp": at.toISOString(),
    }),
  },
  HubSpot: {
    ...{ hook: hubspotSource.hook!, timed: true },
    sign: (body, at, secret) => ({
      "x-hubspot-signature-v3": hmac("sha256", secret, "POST", URL, body, String(at.getTime())).digest(
        "base64",
      ),
      "x-hubspot-request-timestamp": String(at.getTime()),
    }),
  },
  "a help desk": {
    ...{ hook: helpdeskSource.hook!, timed: true },
    sign: (body, at, secret) => ({
      "x-signature": `sha256=${hmac("sha256", secret, `${seconds(at)}.`, body).digest("hex")}`,
      "x-timestamp": seconds(at),
    }),
  },
  Intercom: {
    ...{ hook: helpdeskSource.hook!, timed: false, settings: { signature: "intercom" } },
    sign: (body, _, secret) => ({ "x-hub-signature": `sha1=${hmac("sha1", secret, body).digest("hex")}` }),
  },
};

describe.each(Object.entries(SIGNERS))("a delivery of %s", (_, { hook, sign, timed, settings = {} }) => {
  const check = (given: Partial<HookRequest> = {}, at = NOW, secret = SECRET) =>
    hook.check({
      ...{ headers: sign(BODY, at, secret), body: BODY, url: URL, secret: SECRET, settings, now: NOW },
      ...given,
    });
  const refused = (because: string) => ({ kind: "refused", because });
  const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

  it("is believed where it is signed now, whatever language it is in", () => {
    expect(check()).toMatchObject({ kind: "genuine", id: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(check({}, minutes(-4.9))).toMatchObject({ kind: "genuine" });
    expect(check({}, minutes(4.9))).toMatchObject({ kind: "genuine" });
  });

  it("is not believed where its body was changed, or another secret signed it", () => {
    const changed = Buffer.from(BODY);
    changed[8] = changed[8]! ^ 1;
    expect(check({ body: changed })).toEqual(refused("wrong-signature"));
    expect(check({ body: Buffer.concat([BODY, Buffer.from(" ")]) })).toEqual(refused("wrong-signature"));
    expect(check({}, NOW, `${SECRET}x`)).toEqual(refused("wrong-signature"));
  });

  it("is not believed without each of its headers, nor with a signature of another length", () => {
    expect(check({ headers: {} })).toEqual(refused("unsigned"));
    const headers = sign(BODY, NOW, SECRET);
    for (const name of Object.keys(headers)) {
      const { [name]: _gone, ...others } = headers;
      expect(check({ headers: others })).toEqual(refused("unsigned"));
    }
    const short = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        name.includes("time") ? value : value.slice(0, -4),
      ]),
    );
    if (Object.keys(short)[0] !== "stripe-signature")
      expect(check({ headers: short })).toMatchObject({ kind: "refused" });
  });

  if (timed)
    it("is not believed where it was signed long ago or ahead, or its time was changed", () => {
      expect(check({}, minutes(-5.1))).toEqual(refused("wrong-time"));
      expect(check({}, minutes(5.1))).toEqual(refused("wrong-time"));
      const [old, fresh] = [sign(BODY, minutes(-60), SECRET), sign(BODY, NOW, SECRET)];
      const redated = Object.fromEntries(
        Object.entries(old).map(([name, value]) => [
          name,
          /time/.test(name) ? fresh[name]! : value.replace(/t=\d+/, `t=${seconds(NOW)}`),
        ]),
      );
      expect(check({ headers: redated })).toEqual(refused("wrong-signature"));
    });

  it("is the same one where it comes again as it was, and another one with another body", () => {
    const other = Buffer.from('{"id":"2"}');
    expect(check()).toEqual(check());
    expect(check({ body: other, headers: sign(other, NOW, SECRET) })).not.toEqual(check());
  });
});

it("cannot believe HubSpot without knowing the address that it signs", () => {
  const { hook, sign } = SIGNERS.HubSpot!;
  const request = { headers: sign(BODY, NOW, SECRET), body: BODY, secret: SECRET, settings: {}, now: NOW };
  expect(hook.check({ ...request, url: null })).toEqual({ kind: "refused", because: "no-address" });
  expect(hook.check({ ...request, url: `${URL}/` })).toMatchObject({ because: "wrong-signature" });
});

it("takes an event that Stripe signs anew for the same one", () => {
  const { hook, sign } = SIGNERS.Stripe!;
  const body = Buffer.from('{"id":"evt_1","type":"customer.updated"}');
  const at = (moment: Date) =>
    hook.check({
      headers: sign(body, moment, SECRET),
      body,
      url: null,
      secret: SECRET,
      settings: {},
      now: moment,
    });
  expect(at(NOW)).toEqual(at(new Date(NOW.getTime() + 3_600_000)));
});

describe("what a delivery says has changed", () => {
  const streams = (hook: SourceHook | undefined, body: unknown, headers: Record<string, string> = {}) =>
    hook?.tells === "changes"
      ? hook.streamsIn({ headers, body: Buffer.from(JSON.stringify(body)), settings: {} })
      : null;

  it.each([
    ["customer.updated", ["customers"]],
    ["customer.subscription.deleted", ["subscriptions"]],
    ["charge.failed", ["charges"]],
    ["charge.refunded", ["refunds"]],
    ["refund.updated", ["refunds"]],
    ["payout.paid", []],
  ])("of Stripe's %s", (type, expected) => {
    expect(streams(stripeSource.hook, { id: "evt_1", type })).toEqual(expected);
  });

  it("of Shopify by its topic, of Zendesk by its type or as a trigger's, of HubSpot by all of its events", () => {
    const topic = (name: string) => streams(shopifySource.hook, {}, { "x-shopify-topic": name });
    expect([topic("orders/updated"), topic("refunds/create"), topic("themes/update")]).toEqual([
      ["orders"],
      ["orders"],
      [],
    ]);
    expect(streams(zendeskSource.hook, { type: "zen:event-type:user.created" })).toEqual(["users"]);
    expect(streams(zendeskSource.hook, { ticket: 5 })).toEqual(["tickets", "satisfaction ratings"]);
    const events = ["company.creation", "deal.propertyChange", "deal.deletion", "product.creation"];
    expect(
      streams(
        hubspotSource.hook,
        events.map((subscriptionType) => ({ subscriptionType })),
      ),
    ).toEqual(["companies", "deals"]);
    const any = { subscriptionType: "object.creation", objectTypeId: "0-5" };
    expect(streams(hubspotSource.hook, [any])).toEqual(["tickets"]);
  });

  it.each(["constructor", "__proto__", "toString"])("of nothing that we know where it says %s", (name) => {
    expect(streams(shopifySource.hook, {}, { "x-shopify-topic": `${name}/x` })).toEqual([]);
    expect(streams(zendeskSource.hook, { type: `zen:event-type:${name}.x` })).toEqual([]);
    expect(streams(hubspotSource.hook, [{ subscriptionType: `${name}.creation` }])).toEqual([]);
  });

  it("is nothing that can be read where the body is none", () => {
    const hook = stripeSource.hook;
    if (hook?.tells !== "changes") throw new Error("no hook");
    expect(() => hook.streamsIn({ headers: {}, body: Buffer.from("{"), settings: {} })).toThrow(/no JSON/);
    expect(() => hook.streamsIn({ headers: {}, body: Buffer.from("[]"), settings: {} })).toThrow(
      /Stripe event/,
    );
  });
});
