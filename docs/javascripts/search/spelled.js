// Spells out abbreviations that few documents have, and what was contracted to them: “căn cước công dân”
// also finds what has “căn cước” alone.

import { isSame, phrases, syllable } from "./engine.js";
import { asPair } from "./synonyms.js";

const MOST = 24; // words
const PLAIN = 0.5; // weight of the plain words: what has the abbreviation, or all of them in a row, has its own as well
const CLOSE = 0.1; // of the score of the best one, which has the abbreviation, what is near has

// What `known` in engine.js gives, with the plain words of the terms at some places: documents with the
// abbreviation count as having them all, as with another name (synonyms.js).
export async function spelledOut(reader, { terms, names, evidence: { words, pairs } }, places) {
  const runs = terms.map((term, place) => (places.includes(place) ? plain(term, reader.manifest) : [term]));
  const spelled = runs.flat();
  if (spelled.length > MOST) return null;
  const starts = [0];
  for (const run of runs) starts.push(starts[starts.length - 1] + run.length);
  const evidence = await reader.evidence(spelled);
  for (const place of places) lighten(evidence, starts[place], starts[place + 1]);
  for (const place of places.flatMap((at) => [at, at + 1])) {
    const beside = evidence.pairs[starts[place]];
    if (beside && pairs[place]) beside.lists.push(...pairs[place].lists);
  }
  const shorts = places.map((place) => ({
    from: place, to: place + 1, others: [{ written: terms[place].fold }], lists: words[place].lists.map((list) => asPair(list)),
  }));
  const moved = [...names, ...shorts].map((name) => ({ ...name, from: starts[name.from], to: starts[name.to] }));
  return { terms: spelled, evidence, names: moved, close: CLOSE };
}

function lighten({ words, pairs }, from, to) {
  for (const part of [...words.slice(from, to), ...pairs.slice(from + 1, to)]) {
    if (part) part.lists = part.lists.map((list) => ({ ...list, weight: PLAIN * (list.weight || 1) }));
  }
}

// The words that a term stands for, as they were typed where they were.
function plain(term, { contractions }) {
  const full = term.words ? term.typed : Object.keys(contractions).find((form) => isSame(term, syllable(contractions[form])));
  const said = (token, at) => (term.words ? token.typed : at ? "" : term.typed);
  return phrases(full).flat().map((token, at) => (
    { ...term, ...token, words: null, typed: said(token, at), after: at > 0 || term.after, unfinished: false }));
}
