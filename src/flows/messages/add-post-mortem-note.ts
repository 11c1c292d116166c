import type { Clock } from "../../domain/clock.ts";
import type { PostMortemNoteMessage } from "../../domain/messages/post-mortem-messages.ts";
import type { PostMortemStore } from "../../store/messages/post-mortems.ts";

export type AddPostMortemNoteDeps = {
  readonly postMortems: Pick<PostMortemStore, "last" | "recipients" | "note">;
  readonly clock: Clock;
};

export type AddedNote = { readonly kind: "added" | "repeated" | "gone" };

/**
 * Keeps what somebody knew of why a customer left, and shows it in every thread that talks of it.
 * @param note.viewId of the form: sent twice it is the same note
 */
export async function addPostMortemNote(
  { postMortems, clock }: AddPostMortemNoteDeps,
  note: {
    readonly customerId: number;
    readonly memberId: string;
    readonly viewId: string;
    readonly note: string;
  },
): Promise<AddedNote> {
  const now = clock();
  const left = await postMortems.last(note.customerId);
  if (left === null) return { kind: "gone" };
  const message: PostMortemNoteMessage = {
    kind: "post-mortem-note",
    ...{ customerId: left.customerId, name: left.name, by: note.memberId, note: note.note },
    createdAt: now.toISOString(),
  };
  const threads = await postMortems.recipients(left.messageKeys);
  const replies = threads.map(({ key: threadOf, recipient }) => ({
    key: `${threadOf}:note:${note.viewId}`,
    ...{ threadOf, recipient, message, createdAt: now },
  }));
  const { customerId, memberId, viewId: externalId } = note;
  const kept = { customerId, leftOn: left.leftOn, externalId, memberId, note: note.note, at: now };
  return { kind: (await postMortems.note(kept, replies)) ? "added" : "repeated" };
}
