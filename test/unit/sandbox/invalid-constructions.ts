/** One refused construction per named invalid case: where it stands, and what it is made of. */
export type Construction =
  | { readonly surface: "message" | "modal"; readonly blocks: readonly unknown[] }
  | { readonly surface: "modal"; readonly view: unknown };

const x = (length: number) => "x".repeat(length);
const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const inMessage = (...blocks: unknown[]): Construction => ({ surface: "message", blocks });
const inModal = (...blocks: unknown[]): Construction => ({ surface: "modal", blocks });

const option = (index: number) => ({ text: plain(`${index}`), value: `${index}` });
const section = { type: "section", text: mrkdwn("text") };
const actions = (...elements: unknown[]) => inMessage({ type: "actions", elements });
const button = (more: object) => actions({ type: "button", text: plain("Go"), action_id: "go", ...more });
const confirm = (more: object) =>
  button({
    confirm: { title: plain("t"), text: plain("t"), confirm: plain("y"), deny: plain("n"), ...more },
  });
const overflow = (options: unknown[]) => actions({ type: "overflow", options });
const input = (element: unknown, more: object = {}) => ({
  type: "input",
  label: plain("Label"),
  element,
  ...more,
});
const card = (more: object) => inMessage({ type: "card", title: mrkdwn("Card"), ...more });
const container = (more: object) =>
  inMessage({ type: "container", title: plain("t"), child_blocks: [section], ...more });
const video = (more: object) =>
  inMessage({
    type: "video",
    alt_text: "alt",
    title: plain("t"),
    thumbnail_url: "https://example.com/t.png",
    video_url: "https://example.com/v.mp4",
    ...more,
  });
const cell = (text: string) => ({ type: "raw_text", text });
const dataTable = (more: object) =>
  inMessage({ type: "data_table", caption: "c", rows: [[cell("h")], [cell("v")]], ...more });
const feedback = (more: object) => ({
  type: "feedback_buttons",
  positive_button: { text: plain("Good"), value: "+", ...more },
  negative_button: { text: plain("Bad"), value: "-" },
});
const chart = (value: object, more: object = {}) =>
  inMessage({ type: "data_visualization", title: "t", chart: value, ...more });
const point = { label: "Mon", value: 1 };
const axis = (more: object) =>
  chart({
    type: "line",
    series: [{ name: "s", data: [point] }],
    axis_config: { categories: ["Mon"] },
    ...more,
  });
const modal = (more: object): Construction => ({
  surface: "modal",
  view: { type: "modal", title: plain("t"), blocks: [section], ...more },
});

export const CONSTRUCTIONS: Readonly<Record<string, Construction>> = {
  "text-empty": inMessage({ type: "section", text: mrkdwn("") }),
  "text-too-long": inMessage({ type: "section", text: mrkdwn(x(3001)) }),
  "button-text-too-long": button({ text: plain(x(76)) }),
  "button-url-too-long": button({ url: x(3001) }),
  "confirmation-title-too-long": confirm({ title: plain(x(101)) }),
  "confirmation-text-too-long": confirm({ text: plain(x(301)) }),
  "confirmation-deny-too-long": confirm({ deny: plain(x(31)) }),
  "option-text-too-long": overflow([{ text: plain(x(76)), value: "v" }]),
  "option-url-too-long": overflow([{ ...option(1), url: "😀".repeat(3001) }]),
  "option-description-too-long": overflow([{ ...option(1), description: plain(x(76)) }]),
  "option-group-empty": actions({
    type: "static_select",
    option_groups: [{ label: plain("g"), options: [] }],
  }),
  "option-group-too-many-options": actions({
    type: "static_select",
    option_groups: [{ label: plain("g"), options: many(101, option) }],
  }),
  "select-too-many-options": actions({ type: "static_select", options: many(101, option) }),
  "select-too-many-option-groups": actions({
    type: "static_select",
    option_groups: many(101, (i) => ({ label: plain(`${i}`), options: [option(i)] })),
  }),
  "overflow-too-many-options": overflow(many(6, option)),
  "checkboxes-empty": actions({ type: "checkboxes", options: [] }),
  "radio-buttons-empty": actions({ type: "radio_buttons", options: [] }),
  "radio-buttons-too-many-options": actions({ type: "radio_buttons", options: many(11, option) }),
  "url-source-url-too-long": inMessage({
    type: "task_card",
    task_id: "1",
    title: "t",
    sources: [{ type: "url", url: x(3001), text: "t" }],
  }),
  "table-too-many-rows": inMessage({ type: "table", rows: many(101, () => [cell("v")]) }),
  "table-column-settings-mismatch": inMessage({
    type: "table",
    rows: [[cell("v")]],
    column_settings: [{ align: "left" }, { align: "right" }],
  }),
  "file-input-max-files-too-small": inModal(input({ type: "file_input", max_files: 0 })),
  "plain-text-input-max-length-too-large": inModal(input({ type: "plain_text_input", max_length: 3001 })),
  "actions-too-many-elements": actions(
    ...many(26, (i) => ({ type: "button", text: plain("Go"), action_id: `${i}` })),
  ),
  "header-text-too-long": inMessage({ type: "header", text: plain(x(151)) }),
  "image-url-too-long": inMessage({ type: "image", image_url: x(3001), alt_text: "a" }),
  "input-label-too-long": inModal({ ...input({ type: "plain_text_input" }), label: plain(x(2001)) }),
  "input-hint-too-long": inModal(input({ type: "plain_text_input" }, { hint: plain(x(2001)) })),
  "markdown-too-long": inMessage({ type: "markdown", text: x(12_001) }),
  "section-text-too-long": inMessage({ type: "section", text: plain(x(3001)) }),
  "section-field-too-long": inMessage({ type: "section", fields: [plain(x(2001))] }),
  "video-alt-text-empty": video({ alt_text: "" }),
  "video-title-too-long": video({ title: plain(x(201)) }),
  "video-author-name-too-long": video({ author_name: x(51) }),
  "video-provider-name-too-long": video({ provider_name: x(51) }),
  "view-missing-blocks": modal({ blocks: [] }),
  "view-private-metadata-too-long": modal({ private_metadata: x(3001) }),
  "view-callback-id-too-long": modal({ callback_id: x(256) }),
  "view-close-too-long": modal({ close: plain(x(25)) }),
  "view-submit-too-long": modal({ submit: plain(x(25)) }),
  "static-select-options-and-groups": actions({
    type: "static_select",
    options: [option(1)],
    option_groups: [{ label: plain("g"), options: [option(1)] }],
  }),
  "image-url-and-slack-file": inMessage({
    type: "image",
    image_url: "https://example.com/i.png",
    slack_file: { id: "F1" },
    alt_text: "a",
  }),
  "context-invalid-element": inMessage({
    type: "context",
    elements: [{ type: "button", text: plain("Go") }],
  }),
  "input-invalid-element": inModal(input({ type: "button", text: plain("Go") })),
  "button-accessibility-label-too-long": button({ accessibility_label: x(76) }),
  "alert-text-too-long": inModal({ type: "alert", text: mrkdwn(x(201)) }),
  "card-subtitle-too-long": card({ subtitle: mrkdwn(x(151)) }),
  "card-body-too-long": card({ body: mrkdwn(x(201)) }),
  "card-subtext-too-long": card({ subtext: mrkdwn(x(201)) }),
  "carousel-empty": inMessage({ type: "carousel", elements: [] }),
  "container-title-too-long": container({ title: plain(x(151)) }),
  "container-subtitle-too-long": container({ subtitle: mrkdwn(x(151)) }),
  "context-actions-too-many-elements": inMessage({
    type: "context_actions",
    elements: many(6, (i) => ({ ...feedback({}), action_id: `${i}` })),
  }),
  "feedback-button-text-too-long": inMessage({
    type: "context_actions",
    elements: [feedback({ text: plain(x(76)) })],
  }),
  "feedback-button-accessibility-label-too-long": inMessage({
    type: "context_actions",
    elements: [feedback({ accessibility_label: x(76) })],
  }),
  "icon-button-too-many-visible-users": inMessage({
    type: "context_actions",
    elements: [
      { type: "icon_button", icon: "trash", text: plain("d"), visible_to_user_ids: many(11, (i) => `U${i}`) },
    ],
  }),
  "data-table-too-many-rows": dataTable({ rows: many(202, () => [cell("v")]) }),
  "data-table-too-few-columns": dataTable({ rows: [[], []] }),
  "data-table-page-size-too-small": dataTable({ page_size: 0 }),
  "data-table-page-size-too-large": dataTable({ page_size: 101 }),
  "data-table-content-too-long": dataTable({ rows: [[cell("h")], [cell(x(20_000))]] }),
  "data-visualization-title-too-long": chart({ type: "pie", segments: [point] }, { title: x(51) }),
  "pie-chart-too-many-segments": chart({ type: "pie", segments: many(13, () => point) }),
  "chart-segment-label-too-long": chart({ type: "pie", segments: [{ label: x(21), value: 1 }] }),
  "chart-series-empty": axis({ series: [] }),
  "chart-too-many-series": axis({ series: many(13, (i) => ({ name: `${i}`, data: [point] })) }),
  "data-series-empty": axis({ series: [{ name: "s", data: [] }] }),
  "data-series-too-many-points": axis({ series: [{ name: "s", data: many(21, () => point) }] }),
  "axis-categories-empty": axis({ axis_config: { categories: [] } }),
  "axis-too-many-categories": axis({ axis_config: { categories: ["Mon", ...many(20, (i) => `${i}`)] } }),
  "axis-label-too-long": axis({ axis_config: { categories: ["Mon"], x_label: x(51) } }),
};
