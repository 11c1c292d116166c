/** "90.4 %". */
export const exactPercent = (value: number) => `${(Math.round(10 * value) / 10).toFixed(1)} %`;

/** "1 customer", "1,204 customers". */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** An instant as each reader's own clock shows it; UTC where Slack cannot. */
export function dateToken(instant: string): string {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  return `<!date^${seconds}^{date_short_pretty} {time}|${instant.slice(0, 16).replace("T", " ")} UTC>`;
}

/** What lists of customers at risk are ordered by. */
export const AT_STAKE = "At stake is the margin expected to be lost: risk × the margin of a year";
