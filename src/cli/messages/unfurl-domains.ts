import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const MANIFEST = new URL("../../../manifest.yml", import.meta.url);

const manifest = z.object({
  features: z.object({ unfurl_domains: z.array(z.string()).default([]) }),
});

/** The domains whose links the app's manifest asks Slack to tell of; null where there is no manifest that can be read. */
export function readUnfurlDomains(file: URL = MANIFEST): readonly string[] | null {
  try {
    const read = manifest.safeParse(parse(readFileSync(file, "utf8")));
    return read.success ? read.data.features.unfurl_domains : null;
  } catch {
    return null;
  }
}
