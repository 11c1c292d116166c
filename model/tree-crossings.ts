import { type AskedInput, type TreeQuestions, thresholdsBelow } from "./tree-questions.ts";

/** Chosen: as many stretches of the way as a row crosses thresholds, or so. */
const STRETCHES = 1024;
const firstOf = new Int32Array(STRETCHES + 1);

/** Reused from row to row, and made longer where more is asked. */
let found = { times: new Float64Array(), places: new Int32Array() };
let ordered = { times: new Float64Array(), places: new Int32Array() };

/**
 * The questions answered otherwise for a row than for the average customer (all inputs 0), as they turn on the straight way from
 * there to the row. Those that turn at once stay in their own order. Valid until the next call.
 */
export function orderedCrossings(questions: TreeQuestions, values: Float32Array, start: number): Int32Array {
  if (found.times.length < questions.places) {
    found = room(questions.places);
    ordered = room(questions.places);
  }
  firstOf.fill(0);
  let count = 0;
  for (const asked of questions.asked) count = addCrossings(asked, values[start + asked.input] ?? 0, count);
  inOrder(count);
  return ordered.places.subarray(0, count);
}

const room = (size: number) => ({ times: new Float64Array(size), places: new Int32Array(size) });

/** Of one input, with the share of the way at which each is crossed; counts them by stretch. @returns how many are found by now */
function addCrossings({ thresholds, first, belowAverage }: AskedInput, to: number, known: number): number {
  const own = thresholdsBelow(thresholds, to);
  let count = known;
  for (let rank = Math.min(belowAverage, own); rank < Math.max(belowAverage, own); rank += 1) {
    const time = (thresholds[rank] ?? 0) / to;
    // A threshold that is the row's own value is reached, not crossed.
    if (time === 1) continue;
    found.times[count] = time;
    found.places[count] = first + rank + 1;
    const stretch = Math.floor(time * STRETCHES) + 1;
    firstOf[stretch] = (firstOf[stretch] ?? 0) + 1;
    count += 1;
  }
  return count;
}

/** By stretch, then within each. */
function inOrder(count: number): void {
  for (let stretch = 1; stretch < STRETCHES; stretch += 1)
    firstOf[stretch] = (firstOf[stretch] ?? 0) + (firstOf[stretch - 1] ?? 0);
  for (let at = 0; at < count; at += 1) {
    const time = found.times[at] ?? 0;
    const stretch = Math.floor(time * STRETCHES);
    const place = firstOf[stretch] ?? 0;
    firstOf[stretch] = place + 1;
    ordered.times[place] = time;
    ordered.places[place] = found.places[at] ?? 0;
  }
  insertInOrder(count);
}

function insertInOrder(count: number): void {
  const { times, places } = ordered;
  for (let at = 1; at < count; at += 1) {
    const time = times[at] ?? 0;
    const place = places[at] ?? 0;
    let to = at;
    for (; to > 0 && (times[to - 1] ?? 0) > time; to -= 1) {
      times[to] = times[to - 1] ?? 0;
      places[to] = places[to - 1] ?? 0;
    }
    times[to] = time;
    places[to] = place;
  }
}
