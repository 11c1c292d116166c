import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Day } from "../../../domain/calendar.ts";
import { COST_CATEGORIES, COST_DRIVERS, LABOUR_SUBCATEGORIES } from "../../../domain/costs/cost-entry.ts";
import { CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { option, select } from "../inputs.ts";

export type CostFormView = {
  readonly metadata: string;
  /** A rep: only direct costs of customers they own. */
  readonly onlyOwn: boolean;
  /** The largest first; at most 100. */
  readonly segments: readonly string[];
  readonly currency: string | null;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** What was typed behind the command. */
  readonly customer: string | null;
};

const LONGEST_NOTE = 2000;
const LONGEST_LIST = 2000;

/** Asks what was spent, when, and for whom. */
export function costForm(view: CostFormView): ModalView {
  return {
    type: "modal",
    callback_id: CALLBACK.addCost,
    private_metadata: view.metadata,
    title: plain("Record a cost", 24),
    submit: plain("Record", 24),
    close: plain("Cancel", 24),
    blocks: [
      section(view.onlyOwn ? FOR_REPS : FOR_KEEPERS),
      select(FIELD.costCategory, "What was it spent on?", words(COST_CATEGORIES, CATEGORY_WORDS), -1),
      optional(select(FIELD.costSubcategory, "Kind of labour", words(LABOUR_SUBCATEGORIES), -1)),
      select(FIELD.costKind, "Kind", view.onlyOwn ? [DIRECT] : [DIRECT, INDIRECT], 0),
      text(FIELD.costAmount, "Amount", { placeholder: "1234.50", length: 40 }),
      text(FIELD.costCurrency, "Currency", { placeholder: "EUR", length: 10, initial: view.currency }),
      day(FIELD.costFrom, "First day", view.fromDay),
      day(FIELD.costTo, "Last day", view.toDay),
      ...targetBlocks(view),
      ...(view.onlyOwn ? [] : [driver()]),
      optional(text(FIELD.costNote, "Note", { multiline: true, length: LONGEST_NOTE })),
    ],
  };
}

const FOR_KEEPERS =
  "What did keeping customers cost? It counts by the days it covers, both included, and is shared out among those it is for.";
const FOR_REPS =
  "What did you spend directly on a customer of yours? It counts by the days it covers, both included. Other costs are recorded by managers and operations.";

const DIRECT = option("Direct – spent on those it is for", "direct");
const INDIRECT = option("Indirect – spent on many at once", "indirect");

/** Whom it is for: a choice, and below it a field for each answer that needs a name. */
function targetBlocks({ onlyOwn, segments, customer }: CostFormView): InputBlock[] {
  const hint = "Name, domain or number, as in /customer.";
  const which = text(FIELD.costCustomer, "Which customer", { length: 200, initial: customer, hint });
  if (onlyOwn) return [which];
  const scopes = [
    option("Everybody", "all"),
    ...(segments.length > 0 ? [option("A segment", "segment")] : []),
    option("A customer", "customer"),
    option("A list", "list"),
  ];
  const scope = select(
    FIELD.costScope,
    "Whom is it for?",
    scopes,
    customer === null ? -1 : scopes.length - 2,
  );
  const segment = select(FIELD.costSegment, "Which segment", segments.map(segmentOption), -1);
  return [
    scope,
    ...(segments.length > 0 ? [optional(segment)] : []),
    optional(which),
    optional(
      text(FIELD.costList, "Which list", {
        length: LONGEST_LIST,
        placeholder: "customer:C-1|customer:C-2|segment:VIP",
        hint: "customer:ID, segment:NAME, ticket:REFERENCE, touch:ID or playbook:KEY, joined by |",
      }),
    ),
  ];
}

function driver(): InputBlock {
  return {
    ...select(FIELD.costDriver, "Shared out", words(COST_DRIVERS, DRIVER_WORDS), 0),
    hint: plain("Counts where it is for several customers.", 200),
  };
}

const CATEGORY_WORDS: Readonly<Record<string, string>> = {
  labour: "Labour",
  tools: "Tools",
  activities: "Activities: visits, events",
  marketing: "Marketing",
  goods: "Goods given",
};

const DRIVER_WORDS: Readonly<Record<string, string>> = {
  equal: "Equally",
  revenue: "By revenue",
  orders: "By orders",
  tickets: "By tickets",
  touches: "By touches",
  minutes: "By minutes spent",
};

function words(values: readonly string[], shown: Readonly<Record<string, string>> = {}): PlainTextOption[] {
  return values.map((value) =>
    option(shown[value] ?? `${value.charAt(0).toUpperCase()}${value.slice(1)}`, value),
  );
}

const segmentOption = (name: string) => option(name, name);

type TextField = {
  readonly length: number;
  readonly multiline?: true;
  readonly initial?: string | null;
  readonly placeholder?: string;
  readonly hint?: string;
};

function text(
  id: string,
  label: string,
  { length, multiline, initial, placeholder, hint }: TextField,
): InputBlock {
  return {
    type: "input",
    block_id: id,
    label: plain(label, 100),
    ...(hint === undefined ? {} : { hint: plain(hint, 200) }),
    element: {
      type: "plain_text_input",
      action_id: id,
      max_length: length,
      ...(multiline ? { multiline } : {}),
      ...(initial ? { initial_value: initial.slice(0, length) } : {}),
      ...(placeholder === undefined ? {} : { placeholder: plain(placeholder, 150) }),
    },
  };
}

function day(id: string, label: string, initial: Day): InputBlock {
  return {
    type: "input",
    block_id: id,
    label: plain(label, 100),
    element: { type: "datepicker", action_id: id, initial_date: initial },
  };
}

function optional(block: InputBlock): InputBlock {
  return { ...block, optional: true };
}
