/** Pictures that say what somebody thinks, by how bad (−4) or good (4); those of mixed use are left out. */
export const EMOJI: ReadonlyMap<string, number> = new Map([
  ...pairs("😍🥰❤💛💙💚💜🧡♥🤩💯🏆", 3),
  ...pairs("👍🙌🎉😊😀😃😄😁🤗⭐🌟✨💪🥳😻🫶", 2),
  ...pairs("👏🙏🙂😌🔥", 1),
  ...pairs("🙄😒😑🤦🤷😬😕🙁☹", -2),
  ...pairs("😡🤬😠😤😞😩😫🤮👎💩💔😖😣🤢🖕😾", -3),
]);

/** What turns praise into mockery. */
export const MOCKING = /[🙄😒🤡🤦]/u;

function pairs(pictures: string, value: number): Array<[string, number]> {
  return [...pictures].map((picture) => [picture, value]);
}
