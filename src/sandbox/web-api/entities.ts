import { z } from "zod";

const text = z.string().min(1);
const icon = z.object({ alt_text: text });
const button = z.object({
  text,
  action_id: z.string().min(1).max(255),
  value: z.string().max(2000).optional(),
});

/** From Slack's documentation: so many buttons, and so many in the menu beside them. */
const MOST_PRIMARY = 2;
const MOST_OVERFLOW = 5;

const customField = z.looseObject({
  key: text,
  label: text,
  type: text,
  value: z.union([text, z.number(), z.array(z.unknown())]).optional(),
});

/** A Work Object as Slack takes it: what its documentation calls required, and its limits. */
export const entitySchema = z.looseObject({
  entity_type: z.enum([
    "slack#/entities/task",
    "slack#/entities/file",
    "slack#/entities/item",
    "slack#/entities/incident",
    "slack#/entities/content_item",
  ]),
  url: z.url(),
  app_unfurl_url: z.url().optional(),
  external_ref: z.object({ id: text, type: text.optional() }),
  entity_payload: z.looseObject({
    attributes: z.looseObject({ title: z.looseObject({ text }), product_icon: icon.optional() }),
    custom_fields: z.array(customField).optional(),
    display_order: z.array(text).optional(),
    actions: z
      .object({
        primary_actions: z.array(button).max(MOST_PRIMARY).optional(),
        overflow_actions: z.array(button).max(MOST_OVERFLOW).optional(),
      })
      .optional(),
  }),
});

/** What Slack says of an entity that it cannot read; empty: it can. */
export function entityProblems(given: unknown, pointer: string): string[] {
  const issues = entitySchema.safeParse(given).error?.issues ?? [];
  return issues.map(({ path, message }) => `${message} (pointer: ${[pointer, ...path].join("/")})`);
}
