// Scores documents by the words and pairs of a query and says which of them answer it: those with
// every word, and those that come near. Pure, knows no files.

const WORD = [0.35, 0.6, 0.8, 1.6]; // weak to strong in the body, title
const PAIR = [0.8, 1.6, 1.0, 1.8]; // once, title, often, both
const LITTLE_WORD = 0.2, LITTLE_PAIR = 0.3; // of what words of asking weigh otherwise
const ALL_PAIRS = 0.8;
const ALL_IN_TITLE = 0.5;
const TONE_MISSING = 0.8, OTHER_TONE = 0.75, SAME_BASE = 0.55;

// What a near one has at least: of the weight of the query's words, and of the best one's score. A
// hard "every word" would lose the right article to ten others as soon as somebody asks a question.
const MOST = 0.5, CLOSE = 0.5;

const letters = (form) => form.replace(/[`'?~.]+$/, "");

// How well a written form answers the form asked for.
export function likeness(asked, written, anyMark) {
  if (asked === written || !anyMark) return 1;
  if (letters(asked) !== letters(written)) return SAME_BASE;
  return letters(asked) === asked ? TONE_MISSING : OTHER_TONE;
}

// Whether that is less than the same word with fewer accents.
export const isOther = (weight) => weight < TONE_MISSING;

// words: [{lists: [{documents, postings, weight, loose, other}]}]; pairs: the same of words that stand
// side by side, with `words`, the bits of the two; loose: whether a list adds to the score, but is not
// the word; other: whether it is, with other accents than were typed; size: one more than the last
// number, which not all have documents. Returns for each number its score, the bits of the words found
// in its document, and of those found there as they were typed; sets `idf` of each word.
export function score({ words, pairs }, { size, documents }) {
  const scores = new Float32Array(size);
  const found = new Uint32Array(size);
  const very = new Uint32Array(size);
  const title = new Uint32Array(size);
  words.forEach((word, place) => {
    const idf = word.lists.length ? rarity(word.lists, documents) * (word.little ? LITTLE_WORD : 1) : 0;
    word.idf = idf;
    spread(word.lists, WORD, size, idf, scores, (number, kind, { loose, other }) => {
      if (loose) return;
      found[number] |= 1 << place;
      if (!other) very[number] |= 1 << place;
      if (kind === 3) title[number] |= 1 << place;
    });
  });
  // A word whose list was cut is known of some documents by its pairs alone, whatever their accents.
  const cut = words.reduce((set, word, place) => (isCut(word) ? set | (1 << place) : set), 0);
  const whole = new Uint32Array(size);
  let worth = 0;
  pairs.forEach((pair, place) => {
    const idf = rarity(pair.lists, documents) * (pair.little ? LITTLE_PAIR : 1);
    if (!pair.little) worth += idf;
    spread(pair.lists, PAIR, size, idf, scores, (number, kind, { loose }) => {
      whole[number] |= 1 << place;
      if (loose) return;
      found[number] |= pair.words;
      if (kind & 1) title[number] |= pair.words;
      very[number] |= pair.words & cut;
    });
  });
  const everyWord = bits(words), everyPair = bits(pairs);
  const sum = words.reduce((total, word) => total + word.idf, 0);
  for (let number = 0; number < size; number++) {
    if (everyPair && (whole[number] & everyPair) === everyPair) scores[number] += ALL_PAIRS * worth;
    if ((title[number] & everyWord) === everyWord) scores[number] += ALL_IN_TITLE * sum;
  }
  return { scores, found, very };
}

// The numbers of all that answer, ascending; close: the share of the best one's score that a near one has.
export function near(words, { scores, found, very }, close = CLOSE) {
  const certain = words.filter(({ odd }) => !odd);
  const all = certain.reduce((sum, word) => sum + word.idf, 0);
  const share = new Float32Array(found.length);
  words.forEach((word, place) => {
    const bit = 1 << place;
    if (!word.odd) for (let n = 0; n < found.length; n++) if (found[n] & bit) share[n] += word.idf / all;
  });
  const isFull = fullness(words, very);
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  return [...share.keys()].filter((n) => isFull(n) || (share[n] >= MOST && scores[n] >= close * best));
}

// Whether a document has every word as it was typed, but for those of asking. Of a word so common that
// its list was cut, a document without it may have it all the same.
export function fullness(words, very) {
  const bits = (isAsked) => words.reduce((set, word, place) => (isAsked(word) ? set | (1 << place) : set), 0);
  const certain = bits((word) => !word.little && !isCut(word)) || bits((word) => !word.little);
  return (n) => (very[n] & certain) === certain;
}

// Whether no document has the word as it was typed.
export const isMissing = ({ lists }) => !lists.some(isVery);

const isVery = ({ loose, other }) => !loose && !other;

export const isCut = (word) => word.lists.some((list) => isVery(list) && list.documents > list.postings.length);

function rarity(lists, all) {
  return Math.log(1 + all / (Math.min(documents(lists), all) + 0.5));
}

export const documents = (lists) => lists.reduce((sum, list) => sum + list.documents, 0);

// Adds to each document the best that one of the lists gives it.
function spread(lists, weights, size, idf, scores, seen) {
  const best = lists.length > 1 ? new Float32Array(size) : null;
  for (const list of lists) {
    const { postings, weight = 1 } = list;
    for (const posting of postings) {
      const number = posting >>> 2, kind = posting & 3;
      let gain = idf * weight * weights[kind];
      if (best) {
        const more = Math.max(0, gain - best[number]);
        best[number] += more;
        gain = more;
      }
      scores[number] += gain;
      seen(number, kind, list);
    }
  }
}

// The places of all that is no word of asking. (At most 24 words: no sign bit.)
const bits = (items) => items.reduce((set, { little }, place) => (little ? set : set | (1 << place)), 0);
