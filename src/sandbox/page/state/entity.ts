import type { EntityJson } from "../../page-protocol.ts";
import { isJson, type Json, listIn, numberIn, objectIn, stringIn } from "./block-fields.ts";

/** One value of a Work Object, as it is drawn. */
export type EntityValue =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly link: string | null;
      readonly isMarkdown: boolean;
    }
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "channel"; readonly id: string }
  | { readonly kind: "time"; readonly epochSeconds: number; readonly pattern: string }
  | { readonly kind: "picture"; readonly url: string; readonly alt: string };

export type EntityRow = {
  readonly key: string;
  readonly label: string;
  readonly values: readonly EntityValue[];
};

export type EntityHead = { readonly title: string; readonly kind: string; readonly product: string };

export type EntityButton = {
  readonly actionId: string;
  readonly text: string;
  readonly style: string | null;
  readonly url: string | null;
  readonly label: string | undefined;
};

export function headOf({ entity_payload }: EntityJson): EntityHead {
  const attributes = objectIn(entity_payload, "attributes") ?? {};
  const title = stringIn(objectIn(attributes, "title") ?? {}, "text") ?? "";
  const id = stringIn(attributes, "display_id");
  const kind = [stringIn(attributes, "display_type"), id].filter((part) => part !== null).join(" ");
  return { title, kind, product: stringIn(attributes, "product_name") ?? "" };
}

/** Fields and custom fields: those of `display_order` first, in its order; what holds nothing is left out. */
export function rowsOf({ entity_payload }: EntityJson): readonly EntityRow[] {
  const fields = Object.entries(objectIn(entity_payload, "fields") ?? {}).filter(
    (entry): entry is [string, Json] => isJson(entry[1]),
  );
  const custom = listIn(entity_payload, "custom_fields").map(
    (field) => [stringIn(field, "key") ?? "", field] as const,
  );
  const order = Array.isArray(entity_payload.display_order) ? entity_payload.display_order : [];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...fields, ...custom]
    .map(([key, field]) => ({
      key,
      label: stringIn(field, "label") ?? spelled(key),
      values: valuesOf(field),
    }))
    .filter(({ values }) => values.length > 0)
    .sort((a, b) => place(a.key) - place(b.key));
}

/** `date_created` → `Date created`, as Slack calls a field that has no name of its own. */
const spelled = (key: string) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`.replaceAll("_", " ");

function valuesOf(field: Json): readonly EntityValue[] {
  if (Array.isArray(field.value)) {
    const type = stringIn(field, "item_type") ?? "string";
    return field.value.filter(isJson).flatMap((item) => singleValue({ type, ...item }));
  }
  return singleValue(field);
}

function singleValue(field: Json): readonly EntityValue[] {
  const type = (stringIn(field, "type") ?? "").replace("slack#/types/", "");
  const user = objectIn(field, "user");
  if (user !== null) return personOf(user);
  const picture = stringIn(field, "image_url");
  if (picture !== null) return [{ kind: "picture", url: picture, alt: stringIn(field, "alt_text") ?? "" }];
  const number = numberIn(field, "value");
  if (type === "timestamp" && number !== null)
    return [{ kind: "time", epochSeconds: number, pattern: "{date_short_pretty} {time}" }];
  const value = field.value;
  if (typeof value !== "string" && typeof value !== "number") return truthOf(field);
  if (type === "date") return [dateOf(String(value))];
  if (type === "channel_id") return [{ kind: "channel", id: String(value) }];
  const isMarkdown = stringIn(field, "format") === "markdown";
  const link = stringIn(field, "link") ?? LINKS[type]?.(String(value)) ?? null;
  return value === "" ? [] : [{ kind: "text", text: String(value), link, isMarkdown }];
}

const LINKS: Readonly<Record<string, (value: string) => string>> = {
  link: (value) => value,
  email: (value) => `mailto:${value}`,
};

function personOf(user: Json): readonly EntityValue[] {
  const id = stringIn(user, "user_id");
  if (id !== null) return [{ kind: "person", id }];
  const text = stringIn(user, "text");
  return text === null ? [] : [{ kind: "text", text, link: stringIn(user, "url"), isMarkdown: false }];
}

/** A day stands for itself wherever the reader is: noon in UTC is that day from Honolulu to Auckland. */
function dateOf(day: string): EntityValue {
  const at = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(at)) return { kind: "text", text: day, link: null, isMarkdown: false };
  return { kind: "time", epochSeconds: at / 1000, pattern: "{date_short}" };
}

function truthOf(field: Json): readonly EntityValue[] {
  const words = objectIn(field, "boolean");
  if (words === null || typeof field.value !== "boolean") return [];
  const text = stringIn(words, "text") ?? stringIn(words, field.value ? "true_text" : "false_text");
  return text === null ? [] : [{ kind: "text", text, link: null, isMarkdown: false }];
}

export function buttonsOf(
  { entity_payload }: EntityJson,
  which: "primary_actions" | "overflow_actions",
): readonly EntityButton[] {
  return listIn(objectIn(entity_payload, "actions") ?? {}, which).map((button) => ({
    actionId: stringIn(button, "action_id") ?? "",
    text: stringIn(button, "text") ?? "",
    style: stringIn(button, "style"),
    url: stringIn(button, "url"),
    label: stringIn(button, "accessibility_label") ?? undefined,
  }));
}
