// "Ý bạn là …": a likelier word for one that the index has nowhere, or never beside its neighbours.

import { asWord, documents, found, start, syllable } from "./engine.js";

const FEWEST = 3; // documents that must have the likelier word there, where the other is a word too
const TRIED = 6;
const CLEARLY = 4; // how many times as many must have it as have every word that was typed
const CORRECTED = 0.5; // weight of what answers the likelier word
// How unlikely a slip is beside a blank left out, as a logarithm: a letter lost or swapped; a wrong one
// or one too many, which may be any of 25.
const LOST = 3, OTHER = LOST + Math.log(25);

// The query with the likeliest word at `place`, or null: a function of the documents shown, which say
// how it is written, and of how many have every word: null where it is not clearly better. All that is
// likelier there joins the evidence, but is not the word typed.
export async function suggest(reader, terms, { words, pairs }, place) {
  const near = await likelier(reader, terms, place);
  const fewest = words[place].lists.length ? FEWEST : 1;
  const [best] = near.sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1));
  if (!best || best.documents < fewest) return null;
  for (const { before, behind } of near) {
    words[place].lists.push(...[...before, ...behind].map(asWord));
    if (pairs[place]) pairs[place].lists.push(...before);
    if (pairs[place + 1]) pairs[place + 1].lists.push(...behind);
  }
  words[place].odd = true;
  const meant = terms.map((term, at) => (at === place ? best.word : spoken(term)));
  return (shown, full) => (best.documents < CLEARLY * full ? null
    : asWritten(meant, terms, place, shown.flatMap(({ title, text = "" }) => [title, text])));
}

// All the words as a text writes them in a row, with its accents; else the likelier one with its
// neighbours, and the others as they were typed. Null where no text has it between its neighbours.
function asWritten(meant, terms, place, texts) {
  const whole = inARow(meant, texts);
  if (whole) return whole;
  const from = terms[place].after ? place - 1 : place;
  const to = terms[place + 1] && terms[place + 1].after ? place + 2 : place + 1;
  const beside = inARow(meant.slice(from, to), texts);
  const typed = (some) => some.map((term) => term.typed);
  return beside && [...typed(terms.slice(0, from)), beside, ...typed(terms.slice(to))].join(" ");
}

function inARow(words, texts) {
  const folds = words.join(" ").split(" ").map((word) => syllable(word).fold);
  for (const text of texts) {
    const tokens = found(text);
    const at = tokens.findIndex((_, start) => start + folds.length <= tokens.length &&
      folds.every((fold, i) => tokens[start + i].fold === fold));
    if (at >= 0) return text.slice(tokens[at].start, tokens[at + folds.length - 1].end).toLowerCase();
  }
  return null;
}

// Near words that stand beside the neighbours: {word, documents, before, behind: lists of the pairs}.
async function likelier(reader, terms, place) {
  const { fold, after } = terms[place], next = terms[place + 1];
  const loosely = (lists) => lists.map((list) => ({ ...list, weight: CORRECTED, loose: true }));
  const near = (await nearWords(reader, fold)).map(([word]) => word);
  const starts = [...new Set([fold, ...near].map(start))];
  const beside = (after ? await reader.behind(terms[place - 1].fold, starts) : [])
    .filter(({ word }) => slip(word, fold) < Infinity);
  const words = new Set([...beside.map(({ word }) => word), ...near]);
  return Promise.all([...words].slice(0, TRIED).map(async (word) => {
    const before = loosely(beside.filter((list) => list.word === word));
    const behind = next && next.after ? loosely((await reader.pair({ fold: word }, next)).lists) : [];
    const having = documents([...before, ...behind]);
    return { word, before, behind, documents: having, worth: Math.log(having) - slip(word, fold) };
  }));
}

// [word, how unlikely the slip] of the words that a slip of the finger makes it, the likeliest first.
export async function nearWords(reader, fold) {
  return (await reader.table(fold))
    .map(([word, common]) => [word, slip(word, fold), common * Math.log(4)])
    .filter(([, cost]) => cost < Infinity)
    .sort((a, b) => b[2] - b[1] - a[2] + a[1]);
}

// How unlikely a slip is that makes one word of another, as a logarithm: one letter left out, swapped with
// its neighbour, added or changed. Infinity where it takes more than that.
export function slip(meant, typed) {
  if (meant === typed || Math.abs(meant.length - typed.length) > 1) return Infinity;
  let start = 0;
  while (start < meant.length && meant[start] === typed[start]) start++;
  let end = 0;
  const shorter = Math.min(meant.length, typed.length);
  while (end < shorter - start && meant[meant.length - 1 - end] === typed[typed.length - 1 - end]) end++;
  const lost = meant.slice(start, meant.length - end), found = typed.slice(start, typed.length - end);
  if (lost.length === 1 && !found) return LOST;
  if (lost.length <= 1 && found.length <= 1) return OTHER;
  return lost.length === 2 && lost === [...found].reverse().join("") ? LOST : Infinity;
}

const spoken = ({ fold, words }) => (words && words.length > 1 ? words.join(" ") : fold);
