// "Ý bạn là …": a likelier word for one that the index has nowhere, or never beside its neighbours.

import { documents } from "./rank.js";
import { asWord } from "./query.js";

const FEWEST = 3; // documents that must have the likelier word there, where the other is a word too
const TRIED = 6;
const CORRECTED = 0.5; // weight of what answers the likelier word

// The query with the likeliest word at `place`, or null; all that is likelier there joins the
// evidence, without being taken for the word that was typed.
export async function suggest(reader, terms, { words, pairs }, place) {
  const near = await likelier(reader, terms, pairs, place);
  const fewest = words[place].lists.length ? FEWEST : 1;
  const [best] = near.sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1));
  if (!best || best.documents < fewest) return null;
  for (const { before, behind } of near) {
    words[place].lists.push(...[...before, ...behind].map(asWord));
    if (pairs[place]) pairs[place].lists.push(...before);
    if (pairs[place + 1]) pairs[place + 1].lists.push(...behind);
  }
  words[place].odd = true;
  return terms.map((term, at) => (at === place ? best.word : spoken(term))).join(" ");
}

// Near words that stand beside the neighbours: {word, documents, before, behind: lists of the pairs}.
async function likelier(reader, terms, pairs, place) {
  const { fold, after } = terms[place], next = terms[place + 1];
  const loosely = (lists) => lists.map((list) => ({ ...list, weight: CORRECTED, loose: true }));
  const beside = after ? pairs[place].others.filter(({ word }) => isNear(fold, word)) : [];
  const words = new Set([...beside.map(({ word }) => word), ...(await nearWords(reader, fold)).map(([word]) => word)]);
  return Promise.all([...words].slice(0, TRIED).map(async (word) => {
    const before = loosely(beside.filter((list) => list.word === word));
    const behind = next?.after ? loosely((await reader.pair({ fold: word }, next)).lists) : [];
    return { word, before, behind, documents: documents([...before, ...behind]) };
  }));
}

// The commonest words that a slip of the finger makes it, with how common they are.
export async function nearWords(reader, fold) {
  return (await reader.table(fold)).filter(([word]) => isNear(fold, word))
    .sort((a, b) => b[1] - a[1]).slice(0, TRIED);
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
