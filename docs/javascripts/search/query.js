// Understands a query: its words and pairs, and the posting lists of the index that answer them.

import { contract, phrases } from "./text.js";
import { SearchError, decodeShard, hash, text } from "./shard.js";
import { isOther, likeness } from "./rank.js";

const MOST_WORDS = 24;
const UNFINISHED = 0.85; // weight of what only starts like the last word
const BESIDE_EXACT = 0.7; // the same, where the last word as it stands is found too
const REMAINING = 0.4; // by this power of the share of its letters that is typed: what lacks less is likelier
const NUMBER = /^[0-9]{1,3}$/;
const ENOUGH = { 1: 10, 2: 3 }; // documents that have so many pairs, all of them; of more pairs one
const COMMON = 0.35; // of all documents have a word whose list is cut, about
const LOOSE = 0.3; // weight of a number that stands elsewhere, or only begins like the one typed
const COMPLETIONS = 3;
const NONE = new Map();

// [{fold, form, typed, words?, after: whether it stands right after the one before, unfinished, little}]
export function understand(query, { contractions, little = [] }) {
  const terms = phrases(query)
    .flatMap((phrase) => contract(phrase, contractions)
      .map((token, place) => ({ ...token, after: place > 0, unfinished: false })))
    .slice(0, MOST_WORDS);
  const last = terms[terms.length - 1];
  if (last && !last.words && /[\p{L}\p{N}\p{M}]$/u.test(query)) last.unfinished = true;
  return markLittle(terms, little);
}

// Words that say how somebody asks rather than for what ("ở đâu", the ward's own name) are asked for as
// well, since a title may have them, but weigh little. Here they are marked, unless all words are such.
function markLittle(terms, little) {
  const found = new Set();
  for (const words of little.flatMap(phrases)) {
    for (let start = 0; start + words.length <= terms.length; start++) {
      const places = words.map((_, at) => start + at);
      if (places.every((place, at) => isSame(terms[place], words[at]))) places.forEach((place) => found.add(place));
    }
  }
  const isAll = found.size === terms.length;
  return terms.map((term, place) => ({ ...term, little: !isAll && found.has(place) }));
}

// Typed without accents a word is any of its fold; typed with them it is that word only.
export const isSame = (term, word) => term.fold === word.fold && (term.form === term.fold || term.form === word.form);

export class Reader {
  // signal: when nobody waits for the answer any more.
  constructor(files, manifest, signal) {
    Object.assign(this, { files, manifest, signal });
  }

  // A file of the index; nothing more is asked for once nobody waits. What is on its way is left
  // to arrive, since the next query of who types on needs most of it.
  async read(path, decode, check = () => true, how = {}) {
    if (this.signal && this.signal.aborted) throw new SearchError("");
    return this.files.read(path, decode, check, how);
  }

  // Everything that ranking needs, fetched side by side.
  async evidence(terms) {
    const anyMark = terms.some((term) => term.form !== term.fold);
    const [read, pairs] = await Promise.all([
      Promise.all(terms.map((term, place) =>
        (this.isCommon(term, anyMark) && isBeside(terms, place) ? null : this.word(term, anyMark)))),
      Promise.all(terms.map((term, place) => term.after && this.pair(terms[place - 1], term))),
    ]);
    const isEnough = areEnough(pairs.filter((_, place) => !isLittle(terms, place)));
    const words = await Promise.all(read.map((word, place) => word ||
      ((isEnough || terms[place].little) && this.knownByPairs(pairs[place], pairs[place + 1])) ||
      this.word(terms[place], anyMark)));
    words.forEach((word, place) => { word.little = terms[place].little; });
    pairs.forEach((pair, place) => {
      if (!pair) return;
      pair.little = terms[place].little || terms[place - 1].little;
      pair.words = (1 << place) | (1 << (place - 1));
      words[place].lists.push(...pair.unfinished.map(asWord));
    });
    bindNumbers(terms, words, pairs);
    const alone = terms[terms.length - 1], its = words[words.length - 1];
    if (alone && alone.unfinished && !alone.after) its.lists.push(...await this.completions(alone));
    return { words, pairs };
  }

  async word({ fold, form }, anyMark) {
    const parts = await Promise.all([this.newest(fold, ":"), this.sealed("w", fold, fold)]);
    const lists = parts.flatMap((forms) => [...forms].map(([item, list]) => {
      const written = item === "" || /^[`'?~.]+$/.test(item) ? fold + item : item;
      const weight = likeness(form, written, anyMark);
      return { ...list, written, weight, other: form !== fold && isOther(weight) };
    }));
    return { lists };
  }

  // Whether a word's list is cut: most documents have it, and it tells little of them.
  isCommon({ fold, form }, anyMark) {
    const { common, commonFolds } = this.manifest;
    return !NUMBER.test(fold) && (anyMark ? common.has(form) : commonFolds.has(fold));
  }

  // How many documents have a common word, about.
  get commonly() {
    return COMMON * this.manifest.documents;
  }

  // A common word as what its pairs tell, with the one before and the one behind it.
  knownByPairs(before, behind) {
    const own = before ? before.lists.filter((list) => !before.unfinished.includes(list)) : [];
    const lists = behind ? own.concat(behind.lists) : own;
    if (!lists.length && !(before && before.lists.length)) return null;
    const all = { documents: this.commonly, postings: [] };
    return { lists: [all, ...lists.map((list) => ({ ...asWord(list), documents: 0, weight: 1 }))] };
  }

  // Seconds that the index has after the first word: those asked for.
  async pair(first, second) {
    const all = await this.behind(first.fold, await this.beginnings(second));
    const lists = all.filter(({ word }) => word === second.fold);
    const weight = lists.length ? BESIDE_EXACT : UNFINISHED;
    const isOther = lists.length > 0 && NUMBER.test(second.fold); // 20 is not 2023, but may become it
    const unfinished = all
      .filter(({ word }) => second.unfinished && word !== second.fold && word.startsWith(second.fold))
      .map((list) => ({ ...list, ...(isOther ? { weight: LOOSE, loose: true }
        : { weight: weight * (second.fold.length / list.word.length) ** REMAINING }) }));
    return { lists: [...lists, ...unfinished], unfinished };
  }

  // How the words begin that one may become which is perhaps half typed.
  async beginnings({ fold, unfinished }) {
    if (!unfinished || !/^[a-z]$/.test(fold)) return [start(fold)];
    const { beginnings } = await import("./beginnings.js");
    return beginnings(this, fold);
  }

  // The lists of words that stand behind a first one, {word, …}, and start so: with two letters each.
  async behind(first, starts) {
    const [newest, ...sealed] = await Promise.all([
      this.newest(first), ...starts.map((letters) => this.sealed("p", first + letters, first)),
    ]);
    const fitting = [newest, ...sealed].flatMap((seconds, place) => [...seconds]
      .filter(([word]) => (place ? start(word) === starts[place - 1] : starts.includes(start(word)))));
    return fitting.map(([word, list]) => ({ ...list, word }));
  }

  // The lists under a head word, of the newest documents; mark: ":" for its forms, else its seconds.
  async newest(word, mark = "") {
    const { sealed, shards, epochs } = this.manifest;
    const { lists } = await this.shard("h", hash(word) % shards.h, epochs.head);
    return shifted(lists.get(mark + word) || NONE, sealed);
  }

  // The same of the sealed documents; key: what decides on the shard.
  async sealed(folder, key, word) {
    const { shards, epochs } = this.manifest;
    if (!shards[folder]) return NONE;
    const { lists } = await this.shard(folder, hash(key) % shards[folder], epochs.shards);
    return lists.get(word) || NONE;
  }

  shard(folder, number, epoch) {
    const path = `${folder}/${number.toString(16)}.bin`;
    return this.read(path, decodeShard, (shard) => shard.epoch === epoch);
  }

  // The commonest words that start like an unfinished one which stands alone.
  async completions(term) {
    const rows = (await this.table(term.fold))
      .filter(([word]) => word !== term.fold && word.startsWith(term.fold))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const words = await Promise.all(rows.slice(0, COMPLETIONS)
      .map(([word]) => this.word({ fold: word, form: word }, false)));
    return words.flatMap(({ lists }) => lists.map((list) => ({ ...list, weight: UNFINISHED })));
  }

  // [word, how common (0 to 9)] of every word with the same first letter.
  async table(word) {
    const name = /[a-z]/.test(word[0]) ? word[0] : "_";
    const rows = (bytes) => text(bytes).split("\n").filter(Boolean).map((row) => {
      const [entry, common] = row.split(" ");
      return [entry, Number(common)];
    });
    return this.read(`t/${name}.bin`, rows);
  }
}

// What of a pair's second word decides on its shard.
export const start = (word) => word.slice(0, /^[0-9]/.test(word) ? 1 : 2);

// Whether so many documents have all the pairs that nobody looks for words that stand apart.
function areEnough(pairs) {
  const sets = pairs.filter(Boolean).map(({ lists }) =>
    new Set(lists.flatMap(({ postings }) => postings.map((posting) => posting >>> 2))));
  if (!sets.length) return false;
  const [first, ...others] = sets;
  const all = [...first].filter((number) => others.every((set) => set.has(number)));
  return all.length >= (ENOUGH[sets.length] || 1);
}

const isLittle = (terms, place) => terms[place].little || (terms[place].after && terms[place - 1].little);

const isBeside = (terms, place) => terms[place].after || (terms[place + 1] && terms[place + 1].after);

function shifted(items, by) {
  return new Map([...items].map(([item, { documents, postings }]) =>
    [item, { documents, postings: postings.map((posting) => posting + 4 * by) }]));
}

// The 2 of "quý 2" is found where it stands behind that word; any other 2 says little.
function bindNumbers(terms, words, pairs) {
  const isNumber = (place) => NUMBER.test(terms[place].fold);
  terms.forEach((_, place) => {
    if (!isNumber(place)) return;
    const own = pairs[place] || (pairs[place + 1] && isNumber(place + 1) && pairs[place + 1]);
    if (!own || !own.lists.length) return;
    const bound = own.lists.filter((list) => !list.loose);
    if (!own.unfinished.some((list) => !list.loose)) terms[place].unfinished = false;
    const loose = words[place].lists.map((list) => ({ ...list, weight: LOOSE, loose: true }));
    words[place].lists = [...bound.map(asWord), ...loose];
  });
}

// A pair's flags (title, often) as the class of a word.
export function asWord(list) {
  const kind = [0, 3, 1, 3];
  return { ...list, postings: list.postings.map((posting) => posting - (posting & 3) + kind[posting & 3]) };
}

// Places of words that are found nowhere, then of those found beside none of their neighbours.
export function suspects(terms, { words, pairs }) {
  const isOdd = (at) => {
    const { fold, words: contracted } = terms[at];
    if (contracted || fold.length < 3 || !/^[a-z]+$/.test(fold)) return false;
    const beside = [pairs[at], pairs[at + 1]].filter(Boolean);
    return !words[at].lists.length || (beside.length > 0 && beside.every((pair) => !pair.lists.length));
  };
  return [...terms.keys()].filter(isOdd)
    .sort((a, b) => words[a].lists.length - words[b].lists.length).slice(0, 2);
}
