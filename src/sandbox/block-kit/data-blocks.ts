import {
  array,
  boolean,
  byType,
  type Check,
  isObject,
  lengthOf,
  NO_PROBLEMS,
  number,
  object,
  oneOf,
  problem,
  string,
} from "./checks.ts";
import { blockId } from "./composition.ts";
import { LIMITS, TABLE } from "./limits.ts";
import { richTextElements } from "./rich-text.ts";

const block_id = blockId;
const limits = LIMITS.data_table;

const rawText = object({ text: string(limits.cell_text) });
const rawNumber = object({ value: number() }, { text: string(limits.cell_text) });
const richText = object({ elements: richTextElements }, { block_id });
const cells = { raw_text: rawText, raw_number: rawNumber, rich_text: richText };

const rowsOf = (value: unknown): readonly (readonly unknown[])[] =>
  isObject(value) && Array.isArray(value.rows) ? value.rows.filter(Array.isArray) : [];

const sameWidth: Check = (value, pointer) => {
  const widths = rowsOf(value).map((row) => row.length);
  const odd = widths.findIndex((width) => width !== widths[0]);
  return odd < 0
    ? NO_PROBLEMS
    : problem("all rows must have the same number of cells", `${pointer}/rows/${odd}`);
};

const plainHeader: Check = (value, pointer) =>
  (rowsOf(value)[0] ?? []).flatMap((cell, index) =>
    isObject(cell) && cell.type === "rich_text"
      ? problem("rich_text is not allowed in a header cell", `${pointer}/rows/0/${index}`)
      : NO_PROBLEMS,
  );

const contentFits: Check = (value, pointer) =>
  lengthOf(textOf(rowsOf(value))) > limits.content.max_length
    ? problem(`no more than ${limits.content.max_length} characters in all cells`, `${pointer}/rows`)
    : NO_PROBLEMS;

/** All `text` strings inside a value, one after the other. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("");
  if (!isObject(value)) return "";
  return Object.entries(value)
    .map(([name, part]) => (name === "text" && typeof part === "string" ? part : textOf(part)))
    .join("");
}

export const dataTable: Check = object(
  {
    caption: string({ min_length: 1 }),
    rows: array(array(byType(cells), limits.columns), limits.rows),
  },
  {
    block_id,
    page_size: number({ integer: true, ...limits.page_size }),
    row_header_column_index: number({ integer: true, min: 0 }),
  },
  sameWidth,
  plainHeader,
  contentFits,
);

const settingsFit: Check = (value, pointer) => {
  const columns = Math.max(0, ...rowsOf(value).map((row) => row.length));
  return isObject(value) && Array.isArray(value.column_settings) && value.column_settings.length > columns
    ? problem(`no more than ${columns} items allowed`, `${pointer}/column_settings`)
    : NO_PROBLEMS;
};

export const table: Check = object(
  { rows: array(array(byType(cells), TABLE.columns), TABLE.rows) },
  {
    block_id,
    column_settings: array(object({}, { align: oneOf("left", "center", "right"), is_wrapped: boolean })),
  },
  settingsFit,
);

const chart = LIMITS.data_visualization;

const segment = object({
  label: string({ min_length: 1, ...chart.segment.label }),
  value: (value, pointer) =>
    typeof value === "number" && value > chart.segment.value.exclusive_min
      ? NO_PROBLEMS
      : problem(`must be more than ${chart.segment.value.exclusive_min}`, pointer),
});

const series = object({
  name: string({ min_length: 1, ...chart.series_name }),
  data: array(
    object({ label: string({ min_length: 1, ...chart.point_label }), value: number() }),
    chart.data,
  ),
});

const namesDiffer: Check = (value, pointer) => {
  const lines: readonly unknown[] = isObject(value) && Array.isArray(value.series) ? value.series : [];
  const names = lines.map((line) => (isObject(line) ? line.name : undefined));
  return names.flatMap((name, index) =>
    typeof name === "string" && names.indexOf(name) < index
      ? problem(`series name ${name} already exists`, `${pointer}/series/${index}/name`)
      : NO_PROBLEMS,
  );
};

/** More than these is a problem of its own. */
const MOST_POINTS = chart.categories.max_items;

/** One value for each category; without one Slack does not know where the line goes. */
const everyCategoryHasAPoint: Check = (value, pointer) => {
  if (!isObject(value) || !isObject(value.axis_config) || !Array.isArray(value.axis_config.categories))
    return NO_PROBLEMS;
  const categories: readonly unknown[] = value.axis_config.categories;
  const lines: readonly unknown[] = Array.isArray(value.series) ? value.series : [];
  return lines.flatMap((line, index) => {
    const points: readonly unknown[] = isObject(line) && Array.isArray(line.data) ? line.data : [];
    const labels = points.map((point) => (isObject(point) ? point.label : undefined));
    const isComplete = categories.every((one) => labels.filter((label) => label === one).length === 1);
    return points.length === 0 || isComplete || Math.max(points.length, categories.length) > MOST_POINTS
      ? NO_PROBLEMS
      : problem("must have one point for each category", `${pointer}/series/${index}/data`);
  });
};

const pointsMatchCategories: Check = (value, pointer) => {
  if (!isObject(value) || !isObject(value.axis_config) || !Array.isArray(value.axis_config.categories))
    return NO_PROBLEMS;
  const categories: readonly unknown[] = value.axis_config.categories;
  const lines: readonly unknown[] = Array.isArray(value.series) ? value.series : [];
  return lines.flatMap((line, index) =>
    isObject(line) &&
    Array.isArray(line.data) &&
    line.data.some((point: unknown) => isObject(point) && !categories.includes(point.label))
      ? problem("labels must be among the categories", `${pointer}/series/${index}/data`)
      : NO_PROBLEMS,
  );
};

const axes = object(
  {
    series: array(series, chart.series),
    axis_config: object(
      { categories: array(string({ min_length: 1, ...chart.category_label }), chart.categories) },
      { x_label: string(chart.axis_label), y_label: string(chart.axis_label) },
    ),
  },
  {},
  pointsMatchCategories,
  namesDiffer,
  everyCategoryHasAPoint,
);

export const dataVisualization: Check = object(
  {
    title: string({ min_length: 1, ...chart.title }),
    chart: byType({
      pie: object({ segments: array(segment, chart.segments) }),
      line: axes,
      bar: axes,
      area: axes,
    }),
  },
  { block_id },
);
