export type GatheringRules<Asked, Answer> = {
  /** @returns the answers, in the order in which they were asked for; a failure is everybody's, and then each is tried alone */
  work(together: readonly Asked[]): Promise<readonly Answer[]>;
  /** Of each key one goes at a time. Left out: any may go together. */
  keyOf?(asked: Asked): string | number;
  /** Whether one answer serves both, who have the same key. Left out: each has an answer of its own. */
  isSame?(one: Asked, other: Asked): boolean;
  readonly mostAtOnce: number;
};

type Asker<Asked, Answer> = {
  readonly asked: Asked;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

/** Who get the same answer. */
type Group<Asked, Answer> = [Asker<Asked, Answer>, ...Asker<Asked, Answer>[]];

/**
 * Does together what is asked for while something before it is being done: twenty at once take little longer than one, and one alone
 * waits for nobody.
 */
export function gathering<Asked, Answer>(
  rules: GatheringRules<Asked, Answer>,
): (asked: Asked) => Promise<Answer> {
  let waiting: ReadonlyArray<Asker<Asked, Answer>> = [];
  let isAtWork = false;

  async function workOff(): Promise<void> {
    isAtWork = true;
    while (waiting.length > 0) {
      const { groups, others } = parted(waiting, rules);
      waiting = others;
      await answerAll(groups, rules);
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
  waiting: ReadonlyArray<Asker<Asked, Answer>>,
  { keyOf, isSame = () => false, mostAtOnce }: GatheringRules<Asked, Answer>,
) {
  const groups = new Map<unknown, Group<Asked, Answer>>();
  const others: Array<Asker<Asked, Answer>> = [];
  for (const asker of waiting) {
    const key = keyOf?.(asker.asked) ?? asker;
    const group = groups.get(key);
    if (group === undefined && groups.size < mostAtOnce) groups.set(key, [asker]);
    else if (group !== undefined && isSame(group[0].asked, asker.asked)) group.push(asker);
    else others.push(asker);
  }
  return { groups: [...groups.values()], others };
}

async function answerAll<Asked, Answer>(
  groups: ReadonlyArray<Group<Asked, Answer>>,
  rules: GatheringRules<Asked, Answer>,
): Promise<void> {
  try {
    const answers = await rules.work(groups.map(([first]) => first.asked));
    for (const [place, group] of groups.entries())
      for (const { resolve } of group) resolve(answers[place] as Answer);
  } catch (error) {
    const [only, ...others] = groups;
    if (others.length === 0) for (const { reject } of only ?? []) reject(error);
    // What is wrong with one is no other's matter.
    else await Promise.all(groups.map((group) => answerAll([group], rules)));
  }
}
