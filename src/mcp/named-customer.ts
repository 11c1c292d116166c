import { z } from "zod";
import { type CustomerMatch, LONGEST_QUERY } from "../domain/customers/customer-search.ts";
import type { Answered, Asked } from "./tool.ts";
import { asData, orNull, typedText, untrustedText } from "./untrusted-text.ts";

/** How a tool is told which customer is meant. */
export const customerInput = typedText(LONGEST_QUERY).describe(
  "Whom it is about: a name, an alias, a domain, their number in the customer file, or a customer_id such as #12.",
);

/** A customer among those who may be meant. */
export const candidate = z.object({
  customer_id: z.string(),
  name: untrustedText,
  external_id: untrustedText.describe("Their number in the customer file."),
  segment: untrustedText.nullable(),
  town: untrustedText.nullable(),
  owner: untrustedText.nullable(),
  value_tier: z.enum(["top", "middle", "rest"]).nullable(),
});

export const customerId = (id: number): string => `#${id}`;

export const candidateOf = ({ id, name, externalId, segment, town, owner, tier }: CustomerMatch) => ({
  customer_id: customerId(id),
  name: asData(name),
  external_id: asData(externalId),
  segment: orNull(segment),
  town: orNull(town),
  owner: orNull(owner),
  value_tier: tier,
});

export type NotFound = Answered<{
  readonly message: string;
  readonly candidates?: Array<z.output<typeof candidate>>;
}>;

export type NamedCustomer =
  /** `note`: they are called otherwise, and are the one who comes nearest; else empty. */
  { readonly kind: "found"; readonly id: number; readonly note: string } | NotFound;

export const isFound = (named: NamedCustomer): named is Extract<NamedCustomer, { kind: "found" }> =>
  "kind" in named;

/** The customer that is meant; where several may be, they are told and none is guessed. */
export async function namedCustomer(typed: string, { flows, say }: Asked): Promise<NamedCustomer> {
  const id = /^#(\d{1,9})$/.exec(typed)?.[1];
  if (id !== undefined) {
    const found = await flows.findCustomer(Number(id));
    return found === null ? goneCustomer(say) : { kind: "found", id: found.id, note: "" };
  }
  const found = await flows.lookUpCustomer(typed);
  switch (found.kind) {
    case "found":
      return {
        kind: "found",
        id: found.customerId,
        note: found.how === "similar" ? say("look-up.nearest") : "",
      };
    case "choice": {
      const message = say("mcp.customer.several", { more: found.more ? "more" : "all" });
      return notFound("several customers", message, found.matches);
    }
    case "none":
      return notFound("no customer", say("mcp.customer.none"), found.nearest);
    case "nothing-to-look-up":
    case "too-long":
      return notFound("no customer", say("mcp.customer.unnamed", { longest: LONGEST_QUERY }), []);
  }
}

/** Whoever is not in the file any more. */
export const goneCustomer = (say: Asked["say"]): NotFound =>
  notFound("no customer", say("mcp.customer.gone"), []);

function notFound(outcome: string, message: string, matches: readonly CustomerMatch[]): NotFound {
  const candidates = matches.map(candidateOf);
  return {
    outcome,
    customerId: null,
    isRefused: true,
    body: candidates.length === 0 ? { message } : { message, candidates },
  };
}

/** What a tool about one customer may answer besides: who may be meant. */
export const candidates = z.array(candidate).optional();

/** A customer by their name alone, so that a member can see whom something is about. */
export const customerShown = candidate.pick({ customer_id: true, name: true, external_id: true });

/** Nothing where they are not in the file any more. */
export async function shownCustomer(
  id: number,
  { flows }: Asked,
): Promise<{ customer?: z.output<typeof customerShown> }> {
  const found = await flows.findCustomer(id);
  if (found === null) return {};
  return {
    customer: {
      customer_id: customerId(found.id),
      name: asData(found.name),
      external_id: asData(found.externalId),
    },
  };
}
