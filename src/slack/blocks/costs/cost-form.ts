import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Day } from "../../../domain/calendar.ts";
import {
  COST_CATEGORIES,
  COST_DRIVERS,
  COST_KINDS,
  LABOUR_SUBCATEGORIES,
} from "../../../domain/costs/cost-entry.ts";
import type { Locale } from "../../../words/locale.ts";
import { type Say, sayIn } from "../../../words/say.ts";
import { ACTION, CALLBACK, FIELD } from "../../ids.ts";
import { plain, section } from "../elements.ts";
import { option, select, textInput } from "../inputs.ts";

export type CostFormView = {
  readonly metadata: string;
  /** A rep: only direct costs of customers they own. */
  readonly onlyOwn: boolean;
  /** The largest first; at most 100. */
  readonly segments: readonly string[];
  readonly currency: string | null;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** What was typed behind the command, or stands in the form. */
  readonly customer: string | null;
  /** What is chosen so far, which says what else applies; null: nothing yet. */
  readonly category: string | null;
  readonly scope: string | null;
  readonly locale: Locale;
};

const LONGEST_NOTE = 2000;
const LONGEST_LIST = 2000;

/**
 * Asks what was spent, when, and for whom: the fields that apply to what is chosen so far. Slack keeps what stands in
 * those that stay when the form is shown again.
 */
export function costForm(view: CostFormView): ModalView {
  const say = sayIn(view.locale);
  const { onlyOwn } = view;
  return {
    type: "modal",
    callback_id: CALLBACK.addCost,
    private_metadata: view.metadata,
    title: plain(say("cost-form.title"), 24),
    submit: plain(say("cost-form.submit"), 24),
    close: plain(say("cost-form.cancel"), 24),
    blocks: [
      section(say(onlyOwn ? "cost-form.intro-own" : "cost-form.intro")),
      ...categoryBlocks(view, say),
      ...(onlyOwn ? [] : [kind(say)]),
      textInput(FIELD.costAmount, say("cost-form.amount"), { placeholder: "1234.50", length: 40 }),
      textInput(FIELD.costCurrency, say("cost-form.currency"), {
        ...{ placeholder: "EUR", length: 10, initial: view.currency },
      }),
      day(FIELD.costFrom, say("cost-form.from"), view.fromDay),
      day(FIELD.costTo, say("cost-form.to"), view.toDay),
      ...targetBlocks(view, say),
      ...(isForSeveral(view) ? [driver(say)] : []),
      optional(textInput(FIELD.costNote, say("cost-form.note"), { multiline: true, length: LONGEST_NOTE })),
    ],
  };
}

/** Only labour is divided further. */
function categoryBlocks({ category }: CostFormView, say: Say): InputBlock[] {
  const what = choice(FIELD.costCategory, say("cost-form.category"), {
    ...{ values: COST_CATEGORIES, prefix: "cost.category", chosen: category, say },
  });
  if (category !== "labour") return [what];
  const labour = options(LABOUR_SUBCATEGORIES, "cost.labour", say);
  return [what, optional(select(FIELD.costSubcategory, say("cost-form.labour"), labour, -1))];
}

/** All that a rep may record is direct. */
const kind = (say: Say) =>
  select(FIELD.costKind, say("cost-form.kind"), options(COST_KINDS, "cost-form.kind", say), 0);

/** Whom it is for: a choice, and below it the field that the answer needs. */
function targetBlocks({ onlyOwn, segments, customer, scope: chosen }: CostFormView, say: Say): InputBlock[] {
  const which = textInput(FIELD.costCustomer, say("cost-form.customer"), {
    ...{ length: 200, initial: customer, hint: say("cost-form.customer-hint") },
  });
  if (onlyOwn) return [which];
  const values = ["all", ...(segments.length > 0 ? ["segment"] : []), "customer", "list"];
  const scope = choice(FIELD.costScope, say("cost-form.scope"), {
    ...{ values, prefix: "cost-form.scope", chosen, say },
  });
  switch (chosen) {
    case "segment":
      return [scope, select(FIELD.costSegment, say("cost-form.segment"), segments.map(itself), -1)];
    case "customer":
      return [scope, which];
    case "list":
      return [scope, list(say)];
    default:
      return [scope];
  }
}

const itself = (name: string) => option(name, name);

function list(say: Say): InputBlock {
  return textInput(FIELD.costList, say("cost-form.list"), {
    length: LONGEST_LIST,
    placeholder: "customer:C-1|customer:C-2|segment:VIP",
    hint: say("cost-form.list-hint"),
  });
}

/** One customer carries it all; until somebody says whom it is for, nothing is to be shared out. */
const isForSeveral = ({ onlyOwn, scope }: CostFormView) => !onlyOwn && scope !== null && scope !== "customer";

type Choice = {
  readonly values: readonly string[];
  readonly prefix: string;
  readonly chosen: string | null;
  readonly say: Say;
};

/** A menu that changes which fields apply: the form is shown again as soon as something is chosen. */
function choice(id: string, label: string, { values, prefix, chosen, say }: Choice): InputBlock {
  const menu = select(id, label, options(values, prefix, say), chosen === null ? -1 : values.indexOf(chosen));
  return {
    ...menu,
    dispatch_action: true,
    element: { ...menu.element, action_id: ACTION.costFormChanged },
  };
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
