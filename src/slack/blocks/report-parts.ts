/** An instant as each reader's own clock shows it; UTC where Slack cannot. */
export function dateToken(instant: string): string {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  return `<!date^${seconds}^{date_short_pretty} {time}|${instant.slice(0, 16).replace("T", " ")} UTC>`;
}
