import { type Phrase, phrase } from "../phrase.ts";

/**
 * What a cost is for. A customer, ticket or touch is named by its id in the system it comes from; where several
 * systems use the same id, the entry's own source is meant.
 */
export type CostTarget =
  | { readonly kind: "all" }
  | { readonly kind: "segment"; readonly name: string }
  | { readonly kind: "customer"; readonly externalId: string }
  | { readonly kind: "ticket"; readonly reference: string }
  | { readonly kind: "touch"; readonly externalId: string }
  | { readonly kind: "playbook"; readonly key: string };

export type ParsedAppliesTo =
  | { readonly kind: "parsed"; readonly targets: readonly CostTarget[] }
  /** `problem` says what to write instead. */
  | { readonly kind: "wrong"; readonly problem: Phrase };

const NAMED_KINDS = ["segment", "customer", "ticket", "touch", "playbook"] as const;
/** As long as a form and a table cell can show; a longer list is a segment. Chosen by the product. */
export const LONGEST_APPLIES_TO = 2_000;

/**
 * Reads `all`, or one or several of `segment:NAME`, `customer:ID`, `ticket:REFERENCE`, `touch:ID`, `playbook:KEY`
 * joined by `|`; each counts once.
 *
 * Names stand as they are, in any script and with any further `:`. Only `|` in a name is written `%7C`, and `%25` is a
 * percent sign where one of the two would be read otherwise. The kind is read in any case and also before a full-width
 * colon (`segment：大客户`).
 */
export function parseAppliesTo(text: string): ParsedAppliesTo {
  if (text.trim() === "") return wrong("cost.target.missing");
  if (text.length > LONGEST_APPLIES_TO) {
    return wrong("cost.target.too-long", { limit: LONGEST_APPLIES_TO });
  }
  const targets = new Map<string, CostTarget>();
  for (const part of text.split("|")) {
    const target = parseTarget(part.trim());
    if (target === null) return wrong("cost.target.unknown-form", { typed: part.trim() });
    targets.set(printTarget(target), target);
  }
  if (targets.size > 1 && targets.has("all")) {
    return wrong("cost.target.all-alone");
  }
  return { kind: "parsed", targets: [...targets.values()] };
}

/**
 * The one way the store writes targets. To read it in SQL: `string_to_array(applies_to, '|')`, cut at the first `:`,
 * then `replace(replace(name, '%7C', '|'), '%25', '%')`.
 */
export function printAppliesTo(targets: readonly CostTarget[]): string {
  return targets.map(printTarget).join("|");
}

/** The name behind the kind; empty for `all`. */
export function targetName(target: CostTarget): string {
  switch (target.kind) {
    case "all":
      return "";
    case "segment":
      return target.name;
    case "customer":
    case "touch":
      return target.externalId;
    case "ticket":
      return target.reference;
    case "playbook":
      return target.key;
  }
}

function printTarget(target: CostTarget): string {
  if (target.kind === "all") return "all";
  return `${target.kind}:${targetName(target).replaceAll("%", "%25").replaceAll("|", "%7C")}`;
}

function parseTarget(part: string): CostTarget | null {
  if (/^all$/i.test(part)) return { kind: "all" };
  const match = /^([a-z]+)\s*[:：]\s*(.+)$/is.exec(part);
  const kind = NAMED_KINDS.find((name) => name === match?.[1]?.toLowerCase());
  const name = match?.[2]?.replace(/%7C/gi, "|").replaceAll("%25", "%").trim();
  if (kind === undefined || name === undefined || name === "") return null;
  switch (kind) {
    case "segment":
      return { kind, name };
    case "customer":
    case "touch":
      return { kind, externalId: name };
    case "ticket":
      return { kind, reference: name };
    case "playbook":
      return { kind, key: name };
  }
}

function wrong(code: string, parameters: Phrase["parameters"] = {}): ParsedAppliesTo {
  return { kind: "wrong", problem: phrase(code, parameters) };
}
