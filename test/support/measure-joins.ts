import { decideJoin } from "../../src/domain/customers/joins/decide-join.ts";
import { candidatePairs, fileFigures } from "../../src/domain/customers/joins/join-candidates.ts";
import { type JoinFile, joinFile } from "../../src/domain/customers/joins/join-file.ts";
import {
  isHeldOut,
  LABELLED_PAIRS,
  type LabelledPair,
  type LabelledSide,
} from "./labelled-customer-pairs.ts";

export type Measured = {
  readonly pairs: number;
  readonly certain: { readonly precision: number; readonly recall: number };
  readonly certainOrProposed: { readonly precision: number; readonly recall: number };
  /** Pairs that came out otherwise than labelled, for whoever tunes. */
  readonly wrong: readonly string[];
};

function fileOf(side: LabelledSide, id: number, source: string): JoinFile {
  const attributes = { city: side.town, "vat id": side.taxId };
  return joinFile(
    {
      id,
      headId: id,
      source,
      externalId: `${source}${id}`,
      name: side.name,
      domain: side.site || null,
      country: side.country || null,
      attributes,
      emails: side.email === "" ? [] : [side.email],
    },
    new Set(["crm", "pay"]),
  );
}

const filesOf = ({ first, second }: LabelledPair) =>
  [fileOf(first, 1, "crm"), fileOf(second, 2, "pay")] as const;

/** How rare words are is known from all names, each once; everything else from the pair alone. */
const ALL = fileFigures(
  [
    ...new Map(
      LABELLED_PAIRS.flatMap(({ first, second }) => [first, second]).map((side) => [side.name, side]),
    ).values(),
  ].map((side, place) => fileOf(side, place, "all")),
);

/** Precision and recall over one half of the labelled pairs, candidates included: who is never looked at is apart. */
export function measureJoins(half: "tuning" | "held-out"): Measured {
  const pairs = LABELLED_PAIRS.filter((_, place) => isHeldOut(place) === (half === "held-out"));
  const judged = pairs.map((pair) => ({ pair, kind: kindOf(pair) }));
  const rates = (isSaid: (kind: string) => boolean) => {
    const said = judged.filter(({ kind }) => isSaid(kind));
    const right = said.filter(({ pair }) => pair.isOne).length;
    return { precision: right / said.length, recall: right / pairs.filter(({ isOne }) => isOne).length };
  };
  const wrong = judged.filter(({ pair, kind }) => pair.isOne === (kind === "apart"));
  return {
    pairs: pairs.length,
    certain: rates((kind) => kind === "certain"),
    certainOrProposed: rates((kind) => kind !== "apart"),
    wrong: wrong.map(
      ({ pair, kind }) =>
        `${kind}: ${Object.values(pair.first).join("; ")} | ${Object.values(pair.second).join("; ")}`,
    ),
  };
}

function kindOf(pair: LabelledPair): string {
  const files = filesOf(pair);
  if ([...candidatePairs(files)].length === 0) return "apart";
  const [a, b] = files;
  return decideJoin(a, b, { ...fileFigures(files), rarity: ALL.rarity }).kind;
}
