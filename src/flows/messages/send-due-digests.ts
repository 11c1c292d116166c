import { type FindDueDigestsDeps, findDueDigests } from "./due-digests.ts";
import { keepDigests, type SendDigestDeps, type SentDigests } from "./send-digest.ts";

export type SendDueDigestsDeps = SendDigestDeps & FindDueDigestsDeps;

/** Keeps the digest for every channel of a time zone whose own time for it has come. */
export async function sendDueDigests(
  deps: SendDueDigestsDeps,
  { timeZone }: { readonly timeZone: string },
): Promise<SentDigests> {
  const now = deps.clock();
  const due = (await findDueDigests(deps, now)).filter(({ setting }) => setting.timeZone === timeZone);
  let [messages, alreadySent] = [0, 0];
  for (const week of new Set(due.map((one) => one.week))) {
    const channels = due.filter((one) => one.week === week).map(({ setting }) => setting);
    const sent = await keepDigests(deps, { occasion: { week, timeZone }, channels }, now);
    messages += sent.messages;
    alreadySent += sent.alreadySent;
  }
  return { messages, alreadySent };
}
