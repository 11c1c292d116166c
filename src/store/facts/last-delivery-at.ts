import { timestamptz } from "../database/column-kinds.ts";
import { activityFactReader } from "./fact-reader.ts";

export const lastDeliveryAt = activityFactReader({
  key: "lastDeliveryAt",
  where: "kind = 'delivery'",
  columns: { at: "max(at)" },
  row: { at: timestamptz },
  otherwise: null,
  from: ({ at }) => new Date(at),
});
