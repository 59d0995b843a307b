// What the ward's people call the same thing: "cúp điện" also finds "mất điện" (docs/search-words.yml).

import { contract, isCut, isSame, phrases } from "./engine.js";

const WEIGHT = 0.8;
const MOST = 6; // other phrases that are looked up

// The runs of a query's terms that have other names: {from, to, others: each as tokens, written: as
// it stands in a text}.
function otherNames(terms, { synonyms = [], contractions }) {
  const read = (phrase) => phrases(phrase).flatMap((part) => contract(part, contractions));
  const known = synonyms.flatMap((group) => {
    const names = group.map((phrase) => ({ tokens: read(phrase), written: phrase }));
    return names.map((name) => ({ name, others: names.filter(({ tokens }) => !holds(tokens, name.tokens)) }));
  });
  const dates = terms.flatMap((term, place) => date(terms, place));
  return [...known.flatMap(({ name, others }) => runs(terms, name.tokens)
    .map((from) => ({ from, to: from + name.tokens.length, others: others.slice(0, MOST) }))), ...dates]
    .filter(({ others }) => others.length);
}

// 20/11 is also the 20th of "tháng 11", and the other way round.
function date(terms, place) {
  const [day, second, third] = terms.slice(place, place + 3);
  const isDay = /^([1-9]|[12][0-9]|3[01])$/.test(day.fold) && second && second.after;
  const isMonth = (term) => term && term.after && /^([1-9]|1[0-2])$/.test(term.fold);
  const name = (written) => ({ tokens: phrases(written)[0], written });
  if (isDay && isMonth(second)) {
    return [{ from: place, to: place + 2, others: [name(`${day.fold} tháng ${second.fold}`)] }];
  }
  if (isDay && second.fold === "thang" && isMonth(third)) {
    return [{ from: place, to: place + 3, others: [name(`${day.fold} ${third.fold}`)] }];
  }
  return [];
}

const holds = (tokens, run) => runs(tokens, run).length > 0;

function runs(tokens, run) {
  const starts = [...tokens.keys()].slice(0, Math.max(0, tokens.length - run.length + 1));
  return starts.filter((start) => run.every((token, at) => isSame(tokens[start + at], token)));
}

// The other names of a query's runs, each run with the lists of documents that have one of them.
export async function named(reader, terms) {
  return Promise.all(otherNames(terms, reader.manifest).map(async (name) => {
    const lists = await Promise.all(name.others.map(({ tokens }) => having(reader, tokens)));
    return { ...name, lists: lists.flat() };
  }));
}

// The documents that have a phrase in its very accents, flagged as pairs are.
async function having(reader, tokens) {
  const certain = tokens.filter((token) => tokens.length === 1 || !reader.isCommon(token, true));
  const words = await Promise.all(certain.map((token) => reader.word(token, true)));
  const exact = words.map(({ lists }) => lists.filter(({ weight }) => weight === 1));
  if (tokens.length === 1) return exact[0].map((list) => asPair(list, WEIGHT));
  const pairs = await Promise.all(tokens.slice(1).map((second, at) => reader.pair(tokens[at], second)));
  const held = [...pairs.slice(1).map(({ lists }) => lists), ...exact.filter((lists) => !isCut({ lists }))]
    .map((lists) => new Set(lists.flatMap(({ postings }) => postings.map((posting) => posting >>> 2))));
  const postings = pairs[0].lists.flatMap((list) => list.postings)
    .filter((posting) => held.every((numbers) => numbers.has(posting >>> 2)));
  return [{ documents: postings.length, postings, weight: WEIGHT }];
}

// A word's class as the flags of a pair.
export function asPair(list, weight = 1) {
  const flags = [0, 2, 2, 1];
  const postings = list.postings.map((posting) => posting - (posting & 3) + flags[posting & 3]);
  return { ...list, postings, weight: weight * (list.weight || 1) };
}
