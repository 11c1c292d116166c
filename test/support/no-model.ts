import type { ChurnModel } from "../../src/domain/risk/churn-model.ts";

/** For tests in which every score is explained already: asking it fails them. */
export const NO_MODEL: Pick<ChurnModel, "score"> = {
  score: () => Promise.reject(new Error("The model was asked although nothing was to be explained.")),
};
