import { type ChangeEvent, type ReactNode, useState } from "react";
import { UPLOAD_PATH } from "../../page-protocol.ts";
import { listIn, numberIn, stringIn, stringsIn } from "../state/block-fields.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { type ElementProps, useElement } from "./use-element.ts";

/** Files are uploaded as soon as they are chosen, as in Slack; the form holds what the workspace says of them. */
export function FileInput(props: ElementProps): ReactNode {
  const { element, label, controlId, describedBy, isInvalid } = props;
  const { value, hold } = useElement(props);
  const { me, notify } = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  const most = numberIn(element, "max_files") ?? 10;
  const accept = stringsIn(element, "filetypes").map((type) => `.${type}`);
  const onChange = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])].slice(0, most);
    setBusy(true);
    try {
      hold({ files: await Promise.all(chosen.map((file) => upload(file, me.id))) });
    } catch (error) {
      hold({ files: [] });
      notify(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const held = listIn(value, "files").map((file) => stringIn(file, "name") ?? "");
  return (
    <>
      <input
        id={controlId}
        className="control"
        type="file"
        aria-label={controlId === undefined ? label : undefined}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        aria-busy={isBusy}
        accept={accept.length === 0 ? undefined : accept.join(",")}
        multiple={most > 1}
        onChange={(event) => void onChange(event)}
      />
      <span className="quiet" role="status">
        {isBusy ? "Uploading…" : held.length === 0 ? "" : `Uploaded: ${held.join(", ")}`}
      </span>
    </>
  );
}

async function upload(file: File, personId: string): Promise<unknown> {
  const query = new URLSearchParams({ as: personId, name: file.name });
  const response = await fetch(`${UPLOAD_PATH}?${query}`, { method: "POST", body: file });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
