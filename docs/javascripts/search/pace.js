// How long to wait after a key for the next one: who types slowly is not answered between two keys,
// which would cost a search for each; who types quickly is answered soon.

const LEAST = 250, MOST = 1000; // ms
const TIMES = 1.5; // as long as from key to key
const ONE_LETTER = 600; // ms behind the first, when nobody knows yet
const COMPOSING = 600; // at least, while an input method may still change what it wrote
const FORGOTTEN = 0.8; // of the slower one, by each quicker key

export class Pace {
  constructor() {
    this.last = -Infinity;
    this.between = 0;
  }

  // The ms to wait behind an event of a text field.
  after({ type, isComposing, target, timeStamp }) {
    if (type !== "input") return LEAST;
    const between = timeStamp - this.last;
    this.last = timeStamp;
    if (between < MOST) this.between = Math.max(between, FORGOTTEN * this.between);
    const isFirst = !this.between && target.value.length === 1;
    const pause = isFirst ? ONE_LETTER : Math.min(MOST, Math.max(LEAST, TIMES * this.between));
    return Math.max(pause, isComposing ? COMPOSING : 0);
  }
}
