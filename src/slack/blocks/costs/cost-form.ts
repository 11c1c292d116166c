import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Day } from "../../../domain/calendar.ts";
import { COST_CATEGORIES, COST_DRIVERS, LABOUR_SUBCATEGORIES } from "../../../domain/costs/cost-entry.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
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
  readonly locale: Locale;
};

const LONGEST_NOTE = 2000;
const LONGEST_LIST = 2000;

/** Asks what was spent, when, and for whom. */
export function costForm(view: CostFormView): ModalView {
  const say = sayIn(view.locale);
  const { onlyOwn } = view;
  const kinds = onlyOwn ? ["direct"] : ["direct", "indirect"];
  return {
    type: "modal",
    callback_id: CALLBACK.addCost,
    private_metadata: view.metadata,
    title: plain(say("cost-form.title"), 24),
    submit: plain(say("cost-form.submit"), 24),
    close: plain(say("cost-form.cancel"), 24),
    blocks: [
      section(say(onlyOwn ? "cost-form.intro-own" : "cost-form.intro")),
      select(
        FIELD.costCategory,
        say("cost-form.category"),
        options(COST_CATEGORIES, "cost.category", say),
        -1,
      ),
      optional(
        select(
          FIELD.costSubcategory,
          say("cost-form.labour"),
          options(LABOUR_SUBCATEGORIES, "cost.labour", say),
          -1,
        ),
      ),
      select(FIELD.costKind, say("cost-form.kind"), options(kinds, "cost-form.kind", say), 0),
      text(FIELD.costAmount, say("cost-form.amount"), { placeholder: "1234.50", length: 40 }),
      text(FIELD.costCurrency, say("cost-form.currency"), {
        ...{ placeholder: "EUR", length: 10, initial: view.currency },
      }),
      day(FIELD.costFrom, say("cost-form.from"), view.fromDay),
      day(FIELD.costTo, say("cost-form.to"), view.toDay),
      ...targetBlocks(view, say),
      ...(onlyOwn ? [] : [driver(say)]),
      optional(text(FIELD.costNote, say("cost-form.note"), { multiline: true, length: LONGEST_NOTE })),
    ],
  };
}

/** Whom it is for: a choice, and below it a field for each answer that needs a name. */
function targetBlocks({ onlyOwn, segments, customer }: CostFormView, say: Say): InputBlock[] {
  const which = text(FIELD.costCustomer, say("cost-form.customer"), {
    ...{ length: 200, initial: customer, hint: say("cost-form.customer-hint") },
  });
  if (onlyOwn) return [which];
  const kinds = ["all", ...(segments.length > 0 ? ["segment"] : []), "customer", "list"];
  const chosen = customer === null ? -1 : kinds.length - 2;
  const scope = select(
    FIELD.costScope,
    say("cost-form.scope"),
    options(kinds, "cost-form.scope", say),
    chosen,
  );
  const segment = select(
    FIELD.costSegment,
    say("cost-form.segment"),
    segments.map((name) => option(name, name)),
    -1,
  );
  return [
    scope,
    ...(segments.length > 0 ? [optional(segment)] : []),
    optional(which),
    optional(
      text(FIELD.costList, say("cost-form.list"), {
        length: LONGEST_LIST,
        placeholder: "customer:C-1|customer:C-2|segment:VIP",
        hint: say("cost-form.list-hint"),
      }),
    ),
  ];
}

function driver(say: Say): InputBlock {
  return {
    ...select(FIELD.costDriver, say("cost-form.driver"), options(COST_DRIVERS, "cost-form.driver", say), 0),
    hint: plain(say("cost-form.driver-hint"), 200),
  };
}

/** A choice for each value, by the words of its code below `prefix`. */
function options(values: readonly string[], prefix: string, say: Say): PlainTextOption[] {
  return values.map((value) => option(say(`${prefix}.${value}`), value));
}

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
