import { readdirSync, statSync } from "node:fs";
import { expect, it } from "vitest";

const FOLDER = new URL("../../../docs/pictures/", import.meta.url).pathname;
const pictures = readdirSync(FOLDER).filter((name) => name.endsWith(".png"));
const bytesOf = (name: string) => statSync(`${FOLDER}${name}`).size;

/** As `npm run pictures` takes them: the README loads many at once. */
it("keeps each picture of the documentation to 150 kB, and all to 8 MB", () => {
  expect(pictures.filter((name) => bytesOf(name) > 150_000)).toEqual([]);
  expect(pictures.reduce((sum, name) => sum + bytesOf(name), 0)).toBeLessThan(8_000_000);
});

it.each(["dark", "zh"])("has each of the surfaces in %s, too", (variant) => {
  const surfaces = [
    "card",
    "home",
    "nudge",
    "digest",
    "unfurl",
    "flexpane",
    "set-up",
    "account-channel",
    "streamed",
  ];
  const more = ["retention", "retention-triangle", "costs", "at-risk", "segments", "model"];
  for (const name of [...surfaces, ...more]) expect(pictures).toContain(`${name}-${variant}.png`);
});
