import type { PostMortemStore } from "../../store/messages/post-mortems.ts";

export type OpenPostMortemNoteDeps = { readonly postMortems: Pick<PostMortemStore, "last"> };

/** Whom a note would be about; null where no leaving of theirs was told, or they are no customer any more. */
export async function openPostMortemNote(
  { postMortems }: OpenPostMortemNoteDeps,
  { customerId }: { readonly customerId: number },
): Promise<{ readonly name: string } | null> {
  return postMortems.last(customerId);
}
