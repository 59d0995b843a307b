// Which documents answer a query: those with every word of it, and those that come near.

// What a near one has at least: of the weight of the query's words, and of the best one's score. A
// hard "every word" would lose the right article to ten others as soon as somebody asks a question.
const MOST = 0.5, CLOSE = 0.5;

// The numbers of all that answer, ascending.
export function near(words, found, scores) {
  const all = words.reduce((sum, word) => sum + word.idf, 0);
  const share = new Float32Array(found.length);
  words.forEach((word, place) => {
    const bit = 1 << place;
    for (let n = 0; n < found.length; n++) if (found[n] & bit) share[n] += word.idf / all;
  });
  const isFull = fullness(words, found);
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  return [...share.keys()].filter((n) => isFull(n) || (share[n] >= MOST && scores[n] >= CLOSE * best));
}

// Whether a document has every word, but for those of asking. Of a word so common that its list was
// cut, a document without it may have it all the same.
export function fullness(words, found) {
  const bits = (isAsked) => words.reduce((set, word, place) => (isAsked(word) ? set | (1 << place) : set), 0);
  const certain = bits((word) => !word.little && !isCut(word)) || bits((word) => !word.little);
  return (n) => (found[n] & certain) === certain;
}

export const isCut = (word) => word.lists.some((list) => list.documents > list.postings.length);
