// The search engine: openIndex(baseUrl) and search(query); runs in a page and in Node.

import { Files, SearchError, StaleError, json } from "./shard.js";
import { Reader, asWord, suspects, understand } from "./query.js";
import { documents, fullness, isCut, isMissing, near, score } from "./rank.js";
import { fold, syllable } from "./text.js";
import { Wanted, present } from "./snippet.js";
import { inOrder } from "./arriving.js";

// What other modules take from here, so that all of it is one file (site/theme/scripts.py).
export * from "./shard.js";
export * from "./query.js";
export * from "./rank.js";
export * from "./snippet.js";
export * from "./text.js";

const FORMAT = 3;
const OTHER_FORMAT = "Trang vừa được cập nhật. Hãy tải lại trang rồi tìm lại.";
const NOTHING = { total: 0, full: 0, approximate: false, asked: "", missing: [], read: null, items: [], suggestion: null };
const FEW = 30; // documents with an abbreviation: who finds no more looks for its plain words, too
const KEPT = 600000; // ms; a page that stays open then reads anew, most of it from the cache

// Where the site's own index lies, seen from this module.
export const SITE = new URL("../../", import.meta.url);
export const INDEX = new URL("search/", SITE);

export async function openIndex(baseUrl = INDEX, { fetch: fetcher = (...call) => fetch(...call) } = {}) {
  const base = new URL(baseUrl, INDEX);
  return new Index(new Files(base, fetcher));
}

class Index {
  constructor(files) {
    this.files = files;
  }

  // Reads what every search begins with.
  async open() {
    await this.reader("no-cache");
  }

  // filters: {section, campaign, year, quarter, from, to} (slugs, "2023", "1", days as
  // "2023-04-01", both included); order: relevance | newest | views; literal: search what was typed,
  // whatever was meant; signal: ends the search, with an error; early: called with answers that have
  // the counts, then the first items as well, as soon as these are certain. Returns {total, items, …}:
  // full: how many have every word of `asked`, the query without words of asking (where it is `named`,
  // or another name); approximate: whether one of these is too common to be counted; missing: those of
  // its words that no document has;
  // read: the query as it was meant, if that is another one; suggestion: one that may have been meant.
  async search(query, options = {}) {
    return this.fresh((reader) => answer(reader, query, options), options.signal);
  }

  // Which names what the filters offer.
  async manifest() {
    return this.fresh(async ({ manifest }) => manifest);
  }

  // Does the work; where a file belongs to another build, reads everything anew, once.
  async fresh(work, signal) {
    if (Date.now() - this.files.since > KEPT) this.files = this.files.anew();
    const files = this.files;
    try {
      return await work(await this.reader("no-cache", signal));
    } catch (error) {
      if (!(error instanceof StaleError)) throw error;
      if (this.files === files) this.files = files.anew("no-cache");
      return work(await this.reader("reload", signal));
    }
  }

  async reader(cache, signal) {
    const files = this.files;
    const manifest = await files.manifest(opened, cache);
    if (manifest.format !== FORMAT) throw new SearchError(OTHER_FORMAT);
    return new Reader(files, manifest, signal);
  }
}

// The manifest, with its common words and the abbreviations as sets.
function opened(bytes) {
  const { common = "", contractions = {}, ...manifest } = json(bytes);
  const forms = common.split(" ");
  const folds = forms.map((form) => syllable(form.replace(/[`'?~.]+$/, "")).fold);
  const shorts = Object.keys(contractions).map((full) => syllable(contractions[full]).fold);
  return { ...manifest, contractions, common: new Set(forms), commonFolds: new Set(folds), shorts: new Set(shorts) };
}

async function answer(reader, query, { filters = {}, order = "relevance", literal, early = () => {}, ...part }) {
  const { terms, names, evidence, read, close } = await meant(reader, query, literal);
  if (!terms.length) return NOTHING;
  const better = await likelier(reader, terms, evidence);
  const { words, pairs } = evidence;
  const judged = score({ words, pairs: pairs.filter(Boolean) }, reader.manifest);
  const { scores } = judged, isFull = fullness(words, judged.very);
  const { kept, views } = await narrowed(reader, near(words, judged, close), filters, order);
  const full = kept.filter(isFull);
  const numbers = order !== "relevance" && full.length ? full : kept;
  const ranked = numbers.sort((a, b) =>
    (views ? views.values(b) - views.values(a) : 0) ||
    (order === "relevance" ? scores[b] - scores[a] : 0) || b - a);
  const matter = [...terms.keys()].filter((place) => !terms[place].little && terms[place].typed);
  const counted = {
    ...NOTHING, total: numbers.length, full: full.length, approximate: words.some(isCut), read,
    asked: matter.map((place) => terms[place].typed).join(" "), named: names.length > 0,
    missing: matter.filter((place) => isMissing(words[place])).map((place) => terms[place].typed),
  };
  const wanted = new Wanted(terms, reader.manifest.contractions, names);
  const { shown, items } = await described(reader, ranked, { wanted, words, scores, order }, {
    // Above results that are only near stands what was meant perhaps, which is not known yet.
    ...part, tell: (found) => early({ ...counted, items: full.length ? found : [] }),
  });
  if (views) for (const item of items) item.views = views.values(item.number);
  return { ...counted, items, suggestion: better && better(shown, full.length) };
}

// The contents of those documents that are shown, and the results made of them.
async function described(reader, ranked, { wanted, words, scores, order }, { limit = 10, offset = 0, tell }) {
  const numbers = ranked.slice(offset, offset + limit);
  if (numbers.length) tell([]);
  const contents = numbers.map((number) => document(reader, number));
  const items = contents.map(async (content, place) =>
    present({ ...await content, number: numbers[place] }, wanted, words, scores[numbers[place]]));
  const awaited = items.map((item, place) => ({ item, most: wanted.most * scores[numbers[place]] }));
  return {
    items: await (order === "relevance" ? inOrder(awaited, tell) : Promise.all(items)),
    shown: await Promise.all(contents),
  };
}

// The terms of a query and what the index knows of them; read: the query as it was meant, where it
// is another one than was typed.
async function meant(reader, query, literal) {
  if (!reader.manifest.documents) return { terms: [] };
  const all = { ...await known(reader, query), read: null };
  if (literal || all.evidence.words.every(({ lists }) => lists.length)) return all;
  const { reread } = await import("./reread.js");
  const read = await reread(reader, all.terms, all.evidence.words);
  return read ? { ...await meant(reader, read, true), read } : all;
}

// Where few documents have an abbreviation, its plain words as well (spelled.js).
async function known(reader, query) {
  const terms = understand(query, reader.manifest);
  const [evidence, names] = await Promise.all([reader.evidence(terms), otherNames(reader, query, terms)]);
  const rare = [...terms.keys()].filter((place) => documents(evidence.words[place].lists) < FEW &&
    (terms[place].words ? terms[place].words.length > 1 : reader.manifest.shorts.has(terms[place].fold)));
  const typed = { terms, names, evidence };
  const all = rare.length && await (await import("./spelled.js")).spelledOut(reader, typed, rare) || typed;
  join(all.names, all.evidence);
  return all;
}

// The other names of what stands in the query, with their documents (synonyms.js).
async function otherNames(reader, query, terms) {
  const typed = ` ${fold(query)} ${terms.map((term) => term.fold).join(" ")} `;
  const isNamed = (reader.manifest.synonyms || []).some((names) =>
    names.some((name) => typed.includes(` ${fold(name)} `)));
  if (!isNamed && !/ [0-9]{1,2} (thang )?[0-9]{1,2} /.test(typed)) return [];
  const { named } = await import("./synonyms.js");
  return named(reader, terms);
}

// Lets documents with another name count as having the words of that run.
function join(names, { words, pairs }) {
  for (const { from, to, lists } of names) {
    for (let place = from; place < to; place++) {
      words[place].lists.push(...lists.map(asWord));
      if (place > from && pairs[place]) pairs[place].lists.push(...lists);
    }
  }
}

async function likelier(reader, terms, evidence) {
  for (const place of suspects(terms, evidence)) {
    const { suggest } = await import("./suggest.js");
    const better = await suggest(reader, terms, evidence, place);
    if (better) return better;
  }
  return null;
}

// Those of the documents that the filters leave (narrow.js), with a column by which they are ordered.
async function narrowed(reader, numbers, filters, order) {
  if (order !== "views" && !Object.values(filters).some(Boolean)) return { kept: numbers, views: null };
  const { column, left } = await import("./narrow.js");
  const [kept, views] = await Promise.all([
    left(reader, numbers, filters), order === "views" ? column(reader, "views") : null,
  ]);
  return { kept, views };
}

// A number that no document has, or another one than when its file was written, is of another build.
export async function document(reader, number) {
  const { manifest, signal } = reader;
  const { block, sealed, checks } = manifest;
  const place = number < sealed
    ? Math.floor(number / block) : Math.ceil(sealed / block) + newest(manifest, number);
  const check = checks.slice(4 * place, 4 * place + 4);
  const path = `d/${Math.floor(number / block).toString(16)}/${(number % block).toString(16)}.bin`;
  return reader.read(path, json, (content) => content.check === check, { signal });
}

// The place of a document among the newest.
export function newest({ head, sealed }, number) {
  const place = head.numbers.indexOf(number - sealed);
  if (place < 0) throw new StaleError();
  return place;
}
