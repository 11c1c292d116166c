import {
  array,
  atLeastOne,
  boolean,
  byType,
  type Check,
  exactlyOne,
  type Fields,
  isObject,
  object,
  oneOf,
  string,
} from "./checks.ts";
import {
  anyText,
  blockId,
  httpsUrl,
  imageElement,
  imageFields,
  mrkdwnText,
  plainText,
} from "./composition.ts";
import { dataTable, dataVisualization, table } from "./data-blocks.ts";
import {
  accessoryElement,
  actionsElement,
  buttonElement,
  contextActionsElement,
  inputElement,
  urlSource,
} from "./elements.ts";
import { LIMITS } from "./limits.ts";
import { richTextElements } from "./rich-text.ts";

const block = (required: Fields, optional: Fields = {}, ...also: readonly Check[]): Check =>
  object(required, { block_id: blockId, ...optional }, ...also);

const richText = block({ elements: richTextElements });

const contextElement: Check = (value, pointer) =>
  isObject(value) && value.type === "image"
    ? imageElement(value, pointer)
    : byType({ plain_text: anyText(), mrkdwn: anyText() })(value, pointer);

/** Blocks that may stand anywhere, inside a container too. */
const plainBlocks: Fields = {
  section: block(
    {},
    {
      text: anyText(LIMITS.section.text),
      fields: array(anyText({ max_length: LIMITS.section.fields.item_max_length }), {
        min_items: 1,
        max_items: LIMITS.section.fields.max_items,
      }),
      accessory: accessoryElement,
      expand: boolean,
    },
    atLeastOne(["text", "fields"]),
  ),
  divider: block({}),
  header: block({ text: plainText(LIMITS.header.text) }),
  image: block(
    imageFields.required,
    { ...imageFields.optional, title: plainText({ max_length: 2000 }) },
    imageFields.source,
  ),
  context: block({ elements: array(contextElement, { min_items: 1, ...LIMITS.context.elements }) }),
  actions: block({ elements: array(actionsElement, { min_items: 1, ...LIMITS.actions.elements }) }),
  input: block(
    { label: plainText(LIMITS.input.label), element: inputElement },
    { hint: plainText(LIMITS.input.hint), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  table,
  video: block(
    {
      alt_text: string(LIMITS.video.alt_text),
      title: plainText(LIMITS.video.title),
      thumbnail_url: httpsUrl,
      video_url: httpsUrl,
    },
    {
      author_name: string(LIMITS.video.author_name),
      description: plainText(LIMITS.video.description),
      provider_name: string(LIMITS.video.provider_name),
      provider_icon_url: string(),
      title_url: httpsUrl,
    },
  ),
  file: block({ external_id: string({ min_length: 1 }), source: oneOf("remote") }),
};

const card = block(
  {},
  {
    hero_image: imageElement,
    icon: imageElement,
    slack_icon: byType({ icon: object({ name: string({ min_length: 1 }) }) }),
    title: mrkdwnText(LIMITS.card.title),
    subtitle: mrkdwnText(LIMITS.card.subtitle),
    body: mrkdwnText(LIMITS.card.body),
    subtext: mrkdwnText(LIMITS.card.subtext),
    actions: array(buttonElement, LIMITS.card.actions),
  },
  atLeastOne(["hero_image", "title", "actions", "body"]),
  exactlyOne(["icon", "slack_icon"], { optional: true }),
);

const container = block(
  { child_blocks: array(byType(plainBlocks), { min_items: 1, ...LIMITS.container.child_blocks }) },
  {
    title: plainText(LIMITS.container.title),
    rich_text_title: byType({ rich_text: richText }),
    subtitle: anyText(LIMITS.container.subtitle),
    width: oneOf("narrow", "standard", "wide", "full"),
    icon: imageElement,
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
  atLeastOne(["title", "rich_text_title"]),
);

const taskFields = {
  required: { task_id: string({ min_length: 1 }), title: string({ min_length: 1 }) },
  optional: {
    details: byType({ rich_text: richText }),
    output: byType({ rich_text: richText }),
    sources: array(urlSource),
    status: oneOf("pending", "in_progress", "complete", "error"),
  },
} as const;

/** A block of any type Slack knows, whatever surface it is for. */
export const anyBlock = byType({
  ...plainBlocks,
  card,
  carousel: block({ elements: array(byType({ card }), LIMITS.carousel.elements) }),
  container,
  context_actions: block({
    elements: array(contextActionsElement, { min_items: 1, ...LIMITS.context_actions.elements }),
  }),
  data_table: dataTable,
  data_visualization: dataVisualization,
  markdown: block({ text: string(LIMITS.markdown.text) }),
  alert: block(
    { text: anyText(LIMITS.alert.text) },
    { level: oneOf("default", "info", "warning", "error", "success") },
  ),
  task_card: block(taskFields.required, taskFields.optional),
  plan: block(
    { title: string({ min_length: 1 }) },
    { tasks: array(block(taskFields.required, taskFields.optional)) },
  ),
});
