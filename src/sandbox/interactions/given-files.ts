import { isObject } from "../block-kit/checks.ts";
import type { SandboxContext } from "../context.ts";
import type { BlockJson, StateValues } from "../page-protocol.ts";
import { fileJson } from "../web-api/files.ts";
import { inputsOf } from "./inputs.ts";
import { RefusedError } from "./refused.ts";

/** From Slack's documentation of the file input. */
export const MOST_GIVEN_BYTES = 10 * 1024 * 1024;

/**
 * A person's upload in a form. Nobody else sees the file until the app does something with it.
 * @returns its id
 * @throws RefusedError for one that Slack's file input does not take
 */
export function giveFile(
  { workspace }: SandboxContext,
  { as, name, content }: { readonly as: string; readonly name: string; readonly content: Buffer },
): string {
  if (!workspace.person(as)) throw new RefusedError("There is no such person here.");
  if (content.length > MOST_GIVEN_BYTES) throw new RefusedError("That file is larger than 10 MB.");
  const id = workspace.nextId("F");
  workspace.putFile({
    ...{ id, name, title: name, altText: "", mimeType: mimeTypeIn(name), sizeBytes: content.length },
    path: `/files/${id}`,
    content: content.toString("base64"),
    isComplete: true,
    givenBy: as,
  });
  return id;
}

const mimeTypeIn = (name: string) => (/\.json$/i.test(name) ? "application/json" : "text/plain");

/**
 * The state with every given file described as Slack describes it, whatever the page says of it.
 * @throws RefusedError for a file that the person did not upload
 */
export function withGivenFiles(
  context: SandboxContext,
  as: string,
  blocks: readonly BlockJson[],
  state: StateValues,
): StateValues {
  const asking = inputsOf(blocks).filter(({ element }) => element.type === "file_input");
  const described = asking.map(({ blockId, element }) => {
    const actionId = String(element.action_id);
    const given = state[blockId]?.[actionId]?.files;
    const files = (Array.isArray(given) ? given : []).map((file: unknown) => {
      const id = isObject(file) ? file.id : file;
      const stored = context.workspace.file(String(id));
      if (stored?.givenBy !== as) throw new RefusedError("There is no such file.");
      return fileJson(context, stored);
    });
    return [blockId, { [actionId]: { type: "file_input", files } }] as const;
  });
  return { ...state, ...Object.fromEntries(described) };
}
