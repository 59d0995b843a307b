// Words that were typed without blanks between them, or with a slip of the finger.

import { documents } from "./engine.js";
import { isSyllable } from "./keyboards.js";
import { nearWords } from "./suggest.js";

const LEAST = 3; // letters of a word that may be another
const LONGEST = 7; // letters of a syllable (nghieng) or digits of a number
const WAYS = 20, TRIED = 12, SLIPS = 4;
const DISTINCT = 200; // words of a document, about

// What the letters of a word are likeliest to be: syllables without blanks between them, or one word
// after a slip of the finger. Null where the index has nothing of either.
export async function likeliest(reader, terms, place) {
  const { typed, fold, unfinished } = terms[place];
  if (fold.length !== typed.length || fold.length < LEAST || !/^[a-z0-9]+$/.test(fold)) return null;
  const before = terms[place].after ? [terms[place - 1].fold] : [];
  const next = terms[place + 1];
  const behind = next && next.after ? [next.fold] : [];
  const parted = [...partings(fold).slice(0, TRIED), ...await withForeign(reader, fold)]
    .map((pieces) => ({ pieces, cost: 0 }));
  const slips = (await nearWords(reader, fold)).slice(0, SLIPS).map(([word, cost]) => ({ pieces: [word], cost }));
  const tried = await Promise.all([...parted, ...slips].map(async ({ pieces, cost }) => ({
    pieces, worth: await likelihood(reader, [...before, ...pieces, ...behind], unfinished) - cost,
  })));
  const [best] = tried.sort((a, b) => b.worth - a.worth);
  if (!best || best.worth === -Infinity) return null;
  return best.pieces.length > 1 ? spaced(typed, best.pieces) : best.pieces[0];
}

// How likely words are to stand so: each alone, or behind the one before.
async function likelihood(reader, words, unfinished) {
  const [counts, pairs] = await Promise.all([
    Promise.all(words.map((word) => having(reader, { fold: word, form: word }))),
    Promise.all(words.slice(1).map((second, at) => reader.pair(
      { fold: words[at] }, { fold: second, unfinished: unfinished && at === words.length - 2 }))),
  ]);
  if (counts.includes(0)) return -Infinity;
  const all = DISTINCT * reader.manifest.documents;
  return pairs.reduce((sum, { lists }, at) => sum + Math.log(
    documents(lists) / counts[at] + counts[at + 1] / all), Math.log(counts[0] / all));
}

// How many documents have a word, about.
async function having(reader, word) {
  return reader.isCommon(word, false) ? reader.commonly : documents((await reader.word(word, false)).lists);
}

// A word of the dictionary that is no syllable, parted from the one before or behind it ("israelcung", "doanflc").
async function withForeign(reader, letters) {
  const ways = [];
  for (let at = 1; at < letters.length; at++) {
    const pieces = [letters.slice(0, at), letters.slice(at)];
    const isFine = pieces.map((piece, place) => isPiece(piece, pieces[place - 1], pieces[place + 1]));
    const foreign = pieces[isFine.indexOf(false)];
    if (isFine[0] !== isFine[1] && foreign.length > 1) ways.push({ pieces, foreign });
  }
  const tables = await Promise.all(ways.map(({ foreign }) => reader.table(foreign)));
  return ways.filter(({ foreign }, place) => tables[place].some(([word]) => word === foreign))
    .map(({ pieces }) => pieces);
}

// The ways to part letters into two syllables or numbers and more, those of the fewest first.
function partings(letters) {
  const ways = [[[]]];
  for (let end = 1; end <= letters.length; end++) {
    ways[end] = [];
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const piece = letters.slice(start, end);
      if (isPiece(piece, letters[start - 1], letters[end])) {
        ways[end].push(...ways[start].map((pieces) => [...pieces, piece]));
      }
    }
    ways[end] = ways[end].sort((a, b) => a.length - b.length).slice(0, WAYS);
  }
  return ways[letters.length].filter((pieces) => pieces.length > 1);
}

// No number is parted, and hardly any word is a single e or i.
function isPiece(letters, before, behind) {
  const isDigit = (letter) => /[0-9]/.test(letter || "");
  if (/^[0-9]+$/.test(letters)) return !isDigit(before) && !isDigit(behind);
  return isSyllable(letters) && !/^[ei]$/.test(letters);
}

function spaced(typed, pieces) {
  let at = 0;
  return pieces.map(({ length }) => typed.slice(at, (at += length))).join(" ");
}
