// What a result shows: title and a passage of the text as pieces, the words asked for marked
// (marks.js says which).

import { best } from "./marks.js";
import { phrases, syllable } from "./text.js";

const WIDTH = 170; // characters of a passage
const LEAD_IN = 40; // of these, before the first mark
const TOKEN = /[\p{L}\p{N}\u0300-\u036f]+/gu;

// A run of the query in its order, in the title or the text; its very spelling counts once more.
const RUN = { title: 0.35, text: 0.35 };
const SHARE = 0.3; // of the title's words those asked for: a title that says little else is likelier meant
const WHOLE = 2; // more, where all of the query stands so: above its words scattered over a title

export class Wanted {
  // terms of a query; contractions: the full forms of abbreviations, which are marked too; names: the
  // other names of runs of terms (synonyms.js).
  constructor(terms, contractions, names) {
    this.terms = terms;
    this.marks = terms.some((term) => term.form !== term.fold);
    const others = names.flatMap(({ from, others }) => others.map(({ written }) =>
      ({ term: from, folds: phrases(written).flat().map(({ fold }) => fold) })));
    this.sequences = others.concat(terms.flatMap(({ fold, form }, term) => [
      { term, folds: [fold] },
      ...Object.keys(contractions).filter((full) => syllable(contractions[full]).form === form)
        .map((full) => ({ term, folds: full.split(" ") })),
    ]));
  }

  // Where the words stand: {term, exact, from, to} as places in `tokens`, which must be found().
  spans(tokens) {
    const spans = [];
    for (let at = 0; at < tokens.length; at++) {
      const fitting = this.sequences.filter(({ term, folds }) => folds.every((fold, i) => {
        const token = at + i < tokens.length ? tokens[at + i].fold : "";
        return token === fold || (this.terms[term].unfinished && token.startsWith(fold));
      }));
      fitting.sort((a, b) => b.folds.length - a.folds.length);
      for (const { term, folds } of fitting) {
        const exact = tokens[at].form === this.terms[term].form || folds.length > 1;
        spans.push({ term, exact, from: at, to: at + folds.length });
      }
    }
    return spans;
  }

  // What run() is where all of the query stands in its order, with the very accents that were typed.
  get longest() {
    return this.marks ? 2 : 1;
  }

  // By how much a document's score can grow at most once its text is looked at.
  get most() {
    return 1 + (RUN.title + RUN.text) * this.longest + WHOLE + SHARE;
  }

  // The longest run of the query's words in their order, as a share of those that are not of asking.
  run(spans) {
    const ending = new Map();
    let longest = 0;
    for (const { term, exact, from, to } of spans) {
      if (this.terms[term].little) continue;
      const before = ending.get(`${from} ${term - 1}`) || 0;
      const length = before + 1 + (exact && this.marks ? 1 : 0);
      ending.set(`${to} ${term}`, length);
      longest = Math.max(longest, length);
    }
    return longest / this.terms.filter(({ little }) => !little).length;
  }
}

const known = new Map(); // words of texts: most stand in several, and taking them apart is slow

// The words of a text with their places in it as it stands.
export function found(text) {
  const words = [];
  text.replace(TOKEN, (word, start) => {
    if (!known.has(word)) known.set(word, syllable(word.normalize("NFC").toLowerCase()));
    const { fold, form } = known.get(word);
    words.push({ fold, form, start, end: start + word.length });
  });
  return words;
}

// A result to show, and its score once the whole text has been looked at.
export function present({ text = "", keywords = "", check, ...content }, wanted, words, score) {
  const inTitle = found(content.title), inText = found(text);
  const title = wanted.spans(inTitle), body = wanted.spans(inText);
  const inHead = Math.max(wanted.run(title), wanted.run(wanted.spans(found(keywords))));
  const inBody = wanted.run(body);
  const isWhole = Math.max(inHead, inBody) >= wanted.longest;
  const share = Math.min(1, new Set(title.map(({ term }) => term)).size / (inTitle.length || 1));
  const runs = RUN.title * inHead + RUN.text * inBody + (isWhole ? WHOLE : 0) + SHARE * share;
  const [titleMarks, textMarks] = best([[inTitle, title], [inText, body]], wanted.terms);
  const [start, end] = passage(text, inText, textMarks, words);
  return {
    ...content,
    score: score * (1 + runs),
    titleMarked: marked(content.title, inTitle, titleMarks, 0, content.title.length),
    snippetMarked: [
      ...(start ? [{ text: "… ", mark: false }] : []),
      ...marked(text, inText, textMarks, start, end),
      ...(end < text.length ? [{ text: " …", mark: false }] : []),
    ],
  };
}

// Start and end of the passage that shows most of the query.
function passage(text, tokens, spans, words) {
  let best = 0, start = 0;
  spans.forEach((first, at) => {
    const seen = new Set();
    let worth = 0;
    for (const { term, exact, from, to } of spans.slice(at, at + 40)) {
      if (tokens[to - 1].end > tokens[first.from].start + WIDTH - LEAD_IN) break;
      if (!seen.has(term)) worth += words[term].idf * (exact ? 1.1 : 1);
      if (from === first.from + seen.size) worth += 0.3;
      seen.add(term);
    }
    if (worth > best + 1e-6) [best, start] = [worth, tokens[first.from].start];
  });
  const from = start > LEAD_IN ? text.indexOf(" ", start - LEAD_IN) + 1 : 0;
  const stop = from + WIDTH >= text.length ? text.length : text.lastIndexOf(" ", from + WIDTH);
  return [Math.min(from, start), stop > start ? stop : Math.min(text.length, from + WIDTH)];
}

// Pieces of text, {text, mark}, from start to end; marks that only blanks part become one.
function marked(text, tokens, spans, start, end) {
  const pieces = [];
  let at = start;
  for (const { from, to } of spans) {
    const [first, last] = [tokens[from].start, tokens[to - 1].end];
    if (last <= at || first < start || last > end) continue;
    const between = text.slice(at, Math.max(at, first));
    const before = pieces[pieces.length - 1];
    if (before && before.mark && !between.trim()) before.text += between + text.slice(Math.max(at, first), last);
    else pieces.push({ text: between, mark: false }, { text: text.slice(first, last), mark: true });
    at = last;
  }
  pieces.push({ text: text.slice(at, end), mark: false });
  return pieces.filter((piece) => piece.text).map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, " ") }));
}
