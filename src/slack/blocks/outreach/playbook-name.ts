import { PLAYBOOK_KEYS } from "../../../domain/outreach/playbooks/playbooks.ts";
import type { Say } from "../../../words/say.ts";

/** What people call a playbook; one that this version does not know any more goes by its key. */
export const playbookName = (playbook: string, say: Say): string =>
  PLAYBOOK_KEYS.includes(playbook) ? say(`playbook.${playbook}`) : playbook;
