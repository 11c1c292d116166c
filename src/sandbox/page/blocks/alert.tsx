import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { stringIn, textIn } from "../state/block-fields.ts";
import { TextBlock } from "../text/mrkdwn.tsx";

const LEVELS: Readonly<Record<string, string>> = {
  info: "Information",
  success: "Success",
  warning: "Warning",
  error: "Error",
  default: "Note",
};

export function AlertBlock({ block }: { block: BlockJson }): ReactNode {
  const level = stringIn(block, "level") ?? "default";
  const text = textIn(block, "text");
  return (
    <div className={`block-alert block-alert-${level}`} role={level === "error" ? "alert" : "note"}>
      <strong>{LEVELS[level] ?? "Note"}</strong>
      {text !== null && <TextBlock text={text} />}
    </div>
  );
}
