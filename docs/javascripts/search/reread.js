// What somebody meant whose words the index does not have as they were typed: keys that no input
// method composed, words without blanks between them.

import { likeliest } from "./together.js";
import { composed, isSyllable } from "./keyboards.js";
import { documents, syllable } from "./engine.js";

const COMMONER = 4; // how many times as common what the keys mean must be, where the word exists too

// The query as it was meant, or null: terms as query.js understands them.
export async function reread(reader, terms, words) {
  const isUnknown = (place) => !words[place].lists.length && !terms[place].words;
  const readings = await Promise.all(terms.map(async (term, place) => (isUnknown(place)
    ? await byKeys(reader, term) || await likeliest(reader, terms, place) || await nearlyByKeys(reader, term)
    : null)));
  if (!readings.some(Boolean)) return null;
  const isKeyed = readings.some((reading) => reading && !reading.includes(" "));
  const rest = await Promise.all(terms.map((term, place) => (isKeyed && !readings[place] && !term.words
    ? byKeys(reader, term, COMMONER * documents(words[place].lists)) : null)));
  return terms.map((term, place) => readings[place] || rest[place] || term.typed).join(" ");
}

// What the keys of a word mean, if that is a word of the index, and in more documents than so many.
async function byKeys(reader, { typed }, least = 0) {
  const meant = composed(typed);
  if (!meant) return null;
  const token = syllable(meant);
  const lists = reader.isCommon(token, true) ? null : (await reader.word(token, true)).lists;
  const having = lists ? documents(lists.filter(({ weight }) => weight === 1)) : reader.commonly;
  return having > least ? meant : null;
}

// The same where a mark is missing ("tiengs"), or letters are still to come.
async function nearlyByKeys(reader, { typed, unfinished }) {
  const meant = composed(typed);
  const { fold } = syllable(meant || "");
  if (!isSyllable(fold)) return null;
  const rows = await reader.table(fold);
  if (rows.some(([word]) => word === fold)) return fold;
  return unfinished && rows.some(([word]) => word.startsWith(fold)) ? meant : null;
}
