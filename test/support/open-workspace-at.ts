import type { WorkerModel } from "../../model/worker-model.ts";
import { parseConfig } from "../../src/config.ts";
import { type LocalWorkspace, openLocalWorkspace } from "../../src/local-workspace/local-workspace.ts";

/**
 * The local workspace as `npm start` opens it, except that it starts at this moment, on a free port and quietly.
 * @param customers the demo's usual number unless given
 * @param environment further settings
 * @param model as `npm start` unless given
 */
export function openWorkspaceAt(
  startsAt: Date,
  dataFolder: string,
  customers?: number,
  environment: Readonly<Record<string, string>> = {},
  model?: WorkerModel,
): Promise<LocalWorkspace> {
  const config = parseConfig({ DATA_DIR: dataFolder, LOG_LEVEL: "fatal", ...environment });
  const ahead = startsAt.getTime() - Date.now();
  return openLocalWorkspace(config, {
    port: 0,
    clock: () => new Date(Date.now() + ahead),
    ...(model && { model }),
    ...(customers === undefined ? {} : { customers }),
  });
}
