import { factReader } from "./fact-reader.ts";

/** Whether any version was ever promoted: the same for everybody. */
export const hasModel = factReader({
  key: "hasModel",
  sql: `
    SELECT WHERE EXISTS (SELECT FROM model_versions WHERE promoted_at IS NOT NULL)`,
  row: {},
  otherwise: false,
  from: () => true,
});
