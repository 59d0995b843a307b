// "Ý bạn là …": a likelier word for one that the index has nowhere, or never beside its neighbours.

const FEWEST = 3; // documents in which a neighbour must know the likelier word
const TRIED = 4;
const CORRECTED = 0.5; // weight of what answers the likelier word

export async function suggest(reader, terms, words, pairs) {
  const place = terms.findIndex((_, at) => isSuspect(terms, words, pairs, at));
  if (place < 0) return null;
  const { fold } = terms[place];
  const better = fromNeighbour(pairs[place], fold) ?? await fromTable(reader, terms, place, words);
  if (!better) return null;
  if (better.lists) pairs[place].lists.push(...better.lists);
  return terms.map((term, at) => (at === place ? better.word : spoken(term))).join(" ");
}

// Nowhere found, or found but beside none of its neighbours.
function isSuspect(terms, words, pairs, at) {
  const { fold, words: contracted } = terms[at];
  if (contracted || fold.length < 2 || !/^[a-z]+$/.test(fold)) return false;
  if (!words[at].lists.length) return true;
  const beside = [pairs[at], pairs[at + 1]].filter(Boolean);
  return beside.length > 0 && beside.every((pair) => !pair.lists.length);
}

function fromNeighbour(pair, fold) {
  const near = (pair?.others ?? []).filter(({ word, documents }) =>
    documents >= FEWEST && isNear(fold, word));
  const [best] = near.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1));
  return best && { word: best.word, lists: [{ ...best, weight: CORRECTED }] };
}

async function fromTable(reader, terms, place, words) {
  const { fold } = terms[place];
  const near = (await reader.table(fold)).filter(([word]) => isNear(fold, word))
    .sort((a, b) => b[1] - a[1]).slice(0, TRIED);
  const next = terms[place + 1];
  if (!next?.after) return near.length && !words[place].lists.length ? { word: near[0][0] } : null;
  const tried = await Promise.all(near.map(async ([word]) => {
    const { lists } = await reader.pair({ fold: word }, next);
    return { word, documents: lists.reduce((sum, list) => sum + list.documents, 0) };
  }));
  const [best] = tried.sort((a, b) => b.documents - a.documents);
  return best?.documents >= FEWEST ? { word: best.word } : null;
}

// Whether one letter added, left out, changed or swapped makes one word the other.
export function isNear(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end), restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === [...restB].reverse().join("");
}

const spoken = ({ fold, words }) => (words && words.length > 1 ? words.join(" ") : fold);
