// "Ý bạn là …": a likelier word for one that the index has nowhere, or never beside its neighbours.

const FEWEST = 3; // documents that must have the likelier word there, where the other is a word too
const TRIED = 4;
const CORRECTED = 0.5; // weight of what answers the likelier word

// The query with a likelier word at `place`; what the index knows of it joins the evidence there.
export async function suggest(reader, terms, { words, pairs }, place) {
  const { fold } = terms[place];
  const fewest = words[place].lists.length ? FEWEST : 1;
  const better = fromNeighbour(pairs[place], fold, fewest)
    ?? await fromTable(reader, terms, place, fewest);
  if (!better) return null;
  if (better.lists) pairs[place].lists.push(...better.lists);
  return terms.map((term, at) => (at === place ? better.word : spoken(term))).join(" ");
}

function fromNeighbour(pair, fold, fewest) {
  const near = (pair?.others ?? []).filter(({ word, documents }) =>
    documents >= fewest && isNear(fold, word));
  const [best] = near.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1));
  return best && { word: best.word, lists: [{ ...best, weight: CORRECTED }] };
}

async function fromTable(reader, terms, place, fewest) {
  const { fold } = terms[place];
  const near = (await reader.table(fold)).filter(([word]) => isNear(fold, word))
    .sort((a, b) => b[1] - a[1]).slice(0, TRIED);
  const next = terms[place + 1];
  if (!next?.after) return near.length && fewest === 1 ? { word: near[0][0] } : null;
  const tried = await Promise.all(near.map(async ([word]) => {
    const { lists } = await reader.pair({ fold: word }, next);
    return { word, documents: lists.reduce((sum, list) => sum + list.documents, 0) };
  }));
  const [best] = tried.sort((a, b) => b.documents - a.documents);
  return best?.documents >= fewest ? { word: best.word } : null;
}

// Whether one letter added, left out, changed or swapped makes one word the other.
export function isNear(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end), restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === [...restB].reverse().join("");
}

const spoken = ({ fold, words }) => (words && words.length > 1 ? words.join(" ") : fold);
