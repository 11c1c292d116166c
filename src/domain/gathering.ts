export type GatheringRules<Asked, Answer> = {
  /** @returns the answers, in the order in which they were asked for; a failure is everybody's, and then each is tried alone */
  work(together: readonly Asked[]): Promise<readonly Answer[]>;
  /** Of each key one goes at a time. */
  keyOf(asked: Asked): string | number;
  /** Whether one answer serves both, who have the same key. Left out: each has an answer of its own. */
  isSame?(one: Asked, other: Asked): boolean;
  readonly mostAtOnce: number;
};

type Waiting<Asked, Answer> = {
  readonly asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

/**
 * Does together what is asked for while something before it is being done: twenty at once take little longer than one, and one alone
 * waits for nobody.
 */
export function gathering<Asked, Answer>(
  rules: GatheringRules<Asked, Answer>,
): (asked: Asked) => Promise<Answer> {
  let waiting: ReadonlyArray<Waiting<Asked, Answer>> = [];
  let isAtWork = false;

  async function workOff(): Promise<void> {
    isAtWork = true;
    while (waiting.length > 0) {
      const { together, others } = parted(waiting, rules);
      waiting = others;
      await answerAll(together, rules);
    }
    isAtWork = false;
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting = [...waiting, { asked, resolve, reject }];
      if (!isAtWork) void workOff();
    });
}

function parted<Asked, Answer>(
  waiting: ReadonlyArray<Waiting<Asked, Answer>>,
  { keyOf, isSame = () => false, mostAtOnce }: GatheringRules<Asked, Answer>,
) {
  const chosen = new Map<string | number, Asked>();
  const [together, others]: [Array<Waiting<Asked, Answer>>, Array<Waiting<Asked, Answer>>] = [[], []];
  for (const one of waiting) {
    const key = keyOf(one.asked);
    const before = chosen.get(key);
    const isTaken = before === undefined ? chosen.size < mostAtOnce : isSame(before, one.asked);
    if (isTaken && before === undefined) chosen.set(key, one.asked);
    (isTaken ? together : others).push(one);
  }
  return { together, others };
}

async function answerAll<Asked, Answer>(
  together: ReadonlyArray<Waiting<Asked, Answer>>,
  rules: GatheringRules<Asked, Answer>,
): Promise<void> {
  const ofKey = new Map(together.map(({ asked }) => [rules.keyOf(asked), asked]));
  try {
    const answers = await rules.work([...ofKey.values()]);
    const answerOf = new Map([...ofKey.keys()].map((key, place) => [key, answers[place] as Answer]));
    for (const { asked, resolve } of together) resolve(answerOf.get(rules.keyOf(asked)) as Answer);
  } catch (error) {
    if (together.length === 1) return together[0]?.reject(error);
    // What is wrong with one is no other's matter.
    await Promise.all(together.map((one) => answerAll([one], rules)));
  }
}
