// Which of the places where a query's words stand are marked: those that a reader would point at.

import { syllable } from "./text.js";

// Words that stand in every sentence: marked only as part of what was asked for.
const LITTLE = new Set(("và của các những cho là ở có được bị với về từ đến tới tại trong ngoài trên dưới " +
  "để khi thì mà do vì bởi theo vào ra này đó kia ấy như nếu cũng đã đang sẽ rất một mỗi hay hoặc cùng " +
  "gì nào đâu sao ai mấy").split(" ").map((word) => syllable(word).form));

// texts: [words of a text, places in them] of one document; returns for each text the places to
// mark. Of each word of the query they are its likest ones in the document: beside its neighbour in
// the query, else written as it was typed, else with other accents, else only beginning like it.
export function best(texts, terms) {
  const all = texts.map(([tokens, spans]) => judged(tokens, spans, terms));
  const most = terms.map((_, term) => Math.max(...all.flat()
    .filter(({ span }) => span.term === term).map(({ worth }) => worth), 0));
  return all.map((places) => places
    .filter(({ span, worth }) => worth && worth === most[span.term]).map(({ span }) => span));
}

function judged(tokens, spans, terms) {
  const fitting = spans.filter((span) => !isOneLetter(tokens, span, terms));
  const after = new Set(fitting.map(({ term, to }) => `${term + 1} ${to}`));
  const before = new Set(fitting.map(({ term, from }) => `${term - 1} ${from}`));
  const isBeside = ({ term, from, to }) => after.has(`${term} ${from}`) || before.has(`${term} ${to}`);
  const least = terms.every(isLittle) ? 0.5 : 0; // who asks for little words alone sees them
  return fitting.map((span) => {
    const first = tokens[span.from];
    const isAlone = (isLittle(first) || terms[span.term].little) && span.to === span.from + 1;
    return { span, worth: isBeside(span) ? 4 : isAlone ? least : likeness(first, span, terms[span.term]) };
  });
}

// What begins like a single letter that stands last in the query, which is hardly typed yet.
const isOneLetter = (tokens, { term, from }, terms) =>
  terms[term].fold.length === 1 && tokens[from].fold !== terms[term].fold;

const isLittle = ({ form, fold }) => fold.length === 1 || LITTLE.has(form);

function likeness({ fold }, { exact, from, to }, term) {
  if (to > from + 1) return 3;
  if (fold !== term.fold) return 1;
  return exact || term.form === term.fold ? 3 : 2; // without accents all spellings are as typed
}
