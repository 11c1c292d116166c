import type { Fault } from "./plan.ts";

/** A row of the outbox at the end. */
export type KeptMessage = {
  readonly key: string;
  readonly status: string;
  readonly kind: string;
  readonly recipient: string;
  /** Why it did not arrive, in the words of the row. */
  readonly because: string | null;
};

/** Something a person did that was acknowledged. */
export type Input = {
  readonly person: string;
  /** `asked`: an answer names `mark`; `touch`: a touch stands under the id `mark`. */
  readonly kind: "asked" | "touch";
  readonly mark: string;
};

/** Everything that is known of a workspace and its database when nothing is due any more. */
export type Seen = {
  /** Keys whose keeping was confirmed to whoever kept them. */
  readonly confirmed: readonly string[];
  readonly outbox: readonly KeptMessage[];
  /** By key, how often a message stands in Slack. */
  readonly posted: ReadonlyMap<string, number>;
  readonly hitsOf: (key: string) => readonly Fault[];
  readonly inputs: readonly Input[];
  /** How many answers name the mark, to that person. */
  readonly answers: (input: Input) => number;
  readonly touches: ReadonlySet<string>;
  /** By person, how many apologies they read: something they did failed, and they know. */
  readonly apologies: ReadonlyMap<string, number>;
  /** Of every other request that was acknowledged: whether it is noted as done. False where it is not known at all. */
  readonly requestsDone: ReadonlyMap<string, boolean>;
  /** What three processes in a row began and did not survive, as Slack sent it: given up, and told so. */
  readonly givenUp: readonly string[];
  /** Jobs that were begun and neither finished nor given up. */
  readonly openJobs: readonly string[];
  /** Ids of the requests that name the mark, for whoever looks into what became of it. */
  readonly requestsNaming: (mark: string) => readonly string[];
};

export type Tally = {
  readonly messages: number;
  readonly lost: number;
  readonly doubled: number;
  /** Of those: Slack stored one post only after it had been looked for, which nobody can tell from a post that was lost. */
  readonly doubledByLateStore: number;
  readonly inputs: number;
  readonly inputsLost: number;
  /** Of the inputs: given up after three processes were ended at work on it, and told. */
  readonly givenUp: number;
  /** Answered again after a crash: the second answer says the same. */
  readonly answeredTwice: number;
  readonly stuck: number;
  /** Which, for whoever looks into it. */
  readonly details: readonly string[];
};

const OPEN = new Set(["pending", "posting", "held"]);

/** What became of messages and inputs. */
export function tally(seen: Seen): Tally {
  const { outbox, inputs } = seen;
  const known = new Set(outbox.map(({ key }) => key));
  const open = outbox.filter(({ status }) => OPEN.has(status));
  const lost = [
    ...seen.confirmed.filter((key) => !known.has(key)).map((key) => `${key}, which is not kept`),
    ...outbox.filter(({ key, status }) => !OPEN.has(status) && !seen.posted.has(key)).map(described),
  ];
  const doubles = [...seen.posted].filter(([, times]) => times > 1);
  const late = doubles.filter(([key]) => seen.hitsOf(key).includes("late-store"));
  const undone = [...seen.requestsDone].filter(([, isDone]) => !isDone);
  const missing = missingEffects(seen);
  return {
    messages: new Set([...known, ...seen.confirmed]).size,
    lost: lost.length,
    doubled: extra(doubles),
    doubledByLateStore: extra(late),
    inputs: inputs.length + seen.requestsDone.size,
    inputsLost: missing.length + undone.length,
    givenUp: seen.givenUp.length,
    answeredTwice: answeredTwice(seen),
    stuck: open.length + seen.openJobs.length,
    details: [
      ...lost.map((message) => `lost: ${message}`),
      ...doubles.map(([key, times]) => `posted ${times} times: ${key} (${seen.hitsOf(key).join(", ")})`),
      ...missing.map(
        ({ kind, person, mark }) =>
          `no effect: ${kind} ${person} ${mark} (${seen.requestsNaming(mark).join(", ")})`,
      ),
      ...undone.map(([id]) => `not done: ${id}`),
      ...open.map((message) => `open: ${described(message)}`),
      ...seen.openJobs.map((job) => `open job: ${job}`),
    ],
  };
}

const described = ({ key, status, because }: KeptMessage): string =>
  `${key}, ${status}${because === null ? "" : `: ${because}`}`;

const extra = (doubles: ReadonlyArray<readonly [string, number]>) =>
  doubles.reduce((sum, [, times]) => sum + times - 1, 0);

/** Inputs without an effect, but for those given up, and for as many as the person was told of. */
function missingEffects(seen: Seen): Input[] {
  const apologies = new Map(seen.apologies);
  return unanswered(seen)
    .concat(seen.inputs.filter(({ kind, mark }) => kind === "touch" && !seen.touches.has(mark)))
    .filter(({ mark }) => !seen.givenUp.some((body) => body.includes(mark)))
    .filter(({ person }) => {
      const left = apologies.get(person) ?? 0;
      apologies.set(person, left - 1);
      return left <= 0;
    });
}

/** Where the same was asked several times, as many answers are wanted. */
function unanswered({ inputs, answers }: Seen): Input[] {
  return grouped(inputs).flatMap((same) => same.slice(answers(same[0])));
}

const answeredTwice = ({ inputs, answers }: Seen): number =>
  grouped(inputs).reduce((sum, same) => sum + Math.max(0, answers(same[0]) - same.length), 0);

/** What was asked, by person and mark. */
function grouped(inputs: readonly Input[]): ReadonlyArray<readonly [Input, ...Input[]]> {
  const groups = new Map<string, [Input, ...Input[]]>();
  for (const input of inputs.filter(({ kind }) => kind === "asked")) {
    const key = `${input.person} ${input.mark}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [input]);
    else group.push(input);
  }
  return [...groups.values()];
}
