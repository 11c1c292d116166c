import { z } from "zod";

/** The stages that mean won, by their names there, with commas between: "Closed Won, 赢单". No system says the same for all. */
export const wonStages = z.string().refine((text) => stagesIn(text).length > 0, {
  error: "names no stage that means won, such as: Closed Won",
});

const stagesIn = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((stage) => stage.trim().toLowerCase())
    .filter((stage) => stage !== "");

/** @param stages what a record has for its stage, by id or name */
export function isWonStage(
  { won_stages = "" }: Readonly<Record<string, string>>,
  ...stages: readonly (string | null | undefined)[]
): boolean {
  const won = stagesIn(won_stages);
  return stages.some((stage) => won.includes((stage ?? "").trim().toLowerCase()));
}
