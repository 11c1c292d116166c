import { type ReactNode, useId } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import {
  type ChartShape,
  chartShape,
  describeChart,
  niceScale,
  type Scale,
  slicePath,
} from "./chart-shape.ts";

const WIDTH = 520;
const HEIGHT = 240;
const LEFT = 52;
const BOTTOM = 34;
const TOP = 12;
const PLOT_WIDTH = WIDTH - LEFT - 8;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;

const color = (place: number) => `var(--chart-${(place % 6) + 1})`;

/** A drawing with its description, a legend, and the numbers as a table. */
export function ChartBlock({ block }: { block: BlockJson }): ReactNode {
  const shape = chartShape(block);
  const titleId = useId();
  const textId = useId();
  if (shape === null) return <p className="quiet">A chart of a kind that this stand-in cannot draw.</p>;
  return (
    <figure className="block-chart">
      <figcaption id={titleId}>{shape.title}</figcaption>
      <svg
        role="img"
        aria-labelledby={titleId}
        aria-describedby={textId}
        viewBox={`0 0 ${shape.kind === "pie" ? HEIGHT : WIDTH} ${HEIGHT}`}
      >
        <title>{shape.title}</title>
        <desc id={textId} lang="en">
          {describeChart(shape)}
        </desc>
        {shape.kind === "pie" ? <Pie shape={shape} /> : <Cartesian shape={shape} />}
      </svg>
      <Legend names={shape.kind === "pie" ? shape.categories : shape.series.map(({ name }) => name)} />
      <details>
        <summary lang="en">Show the numbers</summary>
        <Numbers shape={shape} />
      </details>
    </figure>
  );
}

function Legend({ names }: { names: readonly string[] }): ReactNode {
  return (
    <ul className="legend" aria-hidden="true">
      {names.map((name, place) => (
        <li key={name}>
          <span style={{ background: color(place) }} />
          {name}
        </li>
      ))}
    </ul>
  );
}

function Pie({ shape }: { shape: ChartShape }): ReactNode {
  const values = (shape.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const starts = values.map((_, place) => values.slice(0, place).reduce((sum, value) => sum + value, 0));
  return values.map((value, place) => {
    const from = (starts[place] ?? 0) / total;
    return (
      <path
        key={shape.categories[place]}
        d={slicePath(HEIGHT / 2, HEIGHT / 2 - 10, from, from + value / total)}
        fill={color(place)}
        stroke="var(--surface)"
        strokeWidth="2"
      />
    );
  });
}

function Cartesian({ shape }: { shape: ChartShape }): ReactNode {
  const values = shape.series.flatMap((series) => series.values).filter((value) => value !== null);
  const scale = niceScale(values);
  const y = (value: number) => TOP + PLOT_HEIGHT * (1 - (value - scale.low) / (scale.high - scale.low));
  const band = PLOT_WIDTH / Math.max(1, shape.categories.length);
  const middle = (place: number) => LEFT + band * (place + 0.5);
  return (
    <>
      <Grid scale={scale} y={y} />
      {shape.categories.map((category, place) => (
        <text key={category} x={middle(place)} y={HEIGHT - BOTTOM + 16} textAnchor="middle" className="tick">
          {isLabelled(place, shape.categories.length) ? cut(category) : ""}
        </text>
      ))}
      {shape.yLabel !== "" && (
        <text
          x={12}
          y={TOP + PLOT_HEIGHT / 2}
          className="tick"
          textAnchor="middle"
          transform={`rotate(-90 12 ${TOP + PLOT_HEIGHT / 2})`}
        >
          {shape.yLabel}
        </text>
      )}
      {shape.xLabel !== "" && (
        <text x={LEFT + PLOT_WIDTH / 2} y={HEIGHT - 3} className="tick" textAnchor="middle">
          {shape.xLabel}
        </text>
      )}
      {shape.kind === "bar" ? (
        <Bars shape={shape} y={y} band={band} />
      ) : (
        <Lines shape={shape} y={y} x={middle} />
      )}
    </>
  );
}

/** Long axes name every second or third point, so that names do not overlap. */
const isLabelled = (place: number, count: number) => place % Math.ceil(count / 10) === 0;
const cut = (label: string) => (label.length > 12 ? `${label.slice(0, 11)}…` : label);

type Vertical = (value: number) => number;

function Grid({ scale, y }: { scale: Scale; y: Vertical }): ReactNode {
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line x1={LEFT} x2={WIDTH - 8} y1={y(tick)} y2={y(tick)} className={tick === 0 ? "axis" : "gridline"} />
      <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="tick">
        {compact.format(tick)}
      </text>
    </g>
  ));
}

const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 2 });

function Bars({ shape, y, band }: { shape: ChartShape; y: Vertical; band: number }): ReactNode {
  const width = Math.min(36, (band * 0.72) / Math.max(1, shape.series.length));
  const all = width * shape.series.length;
  return shape.series.flatMap(({ name, values }, line) =>
    values.map((value, place) => {
      if (value === null) return null;
      const x = LEFT + band * (place + 0.5) - all / 2 + line * width;
      const top = Math.min(y(value), y(0));
      return (
        <rect
          key={`${name} ${shape.categories[place] ?? ""}`}
          x={x + 1}
          y={top}
          width={width - 2}
          height={Math.max(1, Math.abs(y(value) - y(0)))}
          rx="2"
          fill={color(line)}
        />
      );
    }),
  );
}

type LinesProps = { shape: ChartShape; y: Vertical; x: (place: number) => number };

function Lines({ shape, y, x }: LinesProps): ReactNode {
  return shape.series.map(({ name, values }, line) => {
    const points = values.flatMap((value, place) => (value === null ? [] : [{ x: x(place), y: y(value) }]));
    const path = points.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join("L");
    const first = points[0];
    const last = points.at(-1);
    return (
      <g key={name}>
        {shape.kind === "area" && first !== undefined && last !== undefined && (
          <path d={`M${first.x} ${y(0)}L${path}L${last.x} ${y(0)}Z`} fill={color(line)} opacity="0.22" />
        )}
        <path d={`M${path}`} fill="none" stroke={color(line)} strokeWidth="2.5" strokeLinejoin="round" />
        {points.map((point) => (
          <circle key={point.x} cx={point.x} cy={point.y} r="3" fill={color(line)} />
        ))}
      </g>
    );
  });
}

function Numbers({ shape }: { shape: ChartShape }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{shape.xLabel || <span lang="en">Label</span>}</th>
          {shape.series.map(({ name }) => (
            <th scope="col" key={name} className="align-right">
              {shape.kind === "pie" ? <span lang="en">Value</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shape.categories.map((category, place) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {shape.series.map(({ name, values }) => (
              <td key={name} className="align-right">
                {values[place] ?? "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
