// Runs the search engine's modules for the tests: one request a line on stdin, one answer a line.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(process.argv[2]);
const use = (name) => import(new URL(name, folder));
const [text, shard, inflate, engine, contact, keyboards, pace] = await Promise.all(
  ["text.js", "shard.js", "inflate.js", "engine.js", "contact.js", "keyboards.js", "pace.js"].map(use));
const bytes = (base64) => new Uint8Array(Buffer.from(base64, "base64"));
const opened = new Map();

const now = Date.now;
let later = 0;
Date.now = () => now() + later;

const answers = {
  wait: ({ minutes }) => { later += 60_000 * minutes; },
  tokens: ({ text: typed }) => text.phrases(typed).map((p) => p.map(({ fold, form }) => [fold, form])),
  contract: ({ text: typed, table }) =>
    text.phrases(typed).map((phrase) => text.contract(phrase, table).map(({ fold }) => fold)),
  composed: ({ word }) => keyboards.composed(word),
  hash: ({ key }) => shard.hash(key),
  inflate: ({ data }) => Buffer.from(inflate.inflate(bytes(data))).toString("base64"),
  gunzip: async ({ data }) => Buffer.from(await shard.gunzip(bytes(data))).toString("base64"),
  async search({ base, session = "", query, options = {} }) {
    const name = base + session;
    if (!opened.has(name)) opened.set(name, await engine.openIndex(base));
    return opened.get(name).search(query, options);
  },
  // The files that a search asks for which nobody waits for any more from one of them on.
  async abandoned({ base, query, from }) {
    const controller = new AbortController();
    const asked = [];
    const fetched = (url, how) => {
      asked.push(url.href.slice(base.length));
      if (asked[asked.length - 1].startsWith(from)) controller.abort();
      return fetch(url, how);
    };
    const index = await engine.openIndex(base, { fetch: fetched });
    await index.search(query, { signal: controller.signal }).catch(() => {});
    return asked;
  },
  // The answers that a search tells early, then the whole one; the text of the result at the place
  // `late` arrives behind all others, and these once an early result was told or there will be none.
  async early({ base, query, late, limit = 5 }) {
    const told = [];
    let isTold;
    const certain = new Promise((resolve) => { isTold = resolve; });
    let asked = 0;
    const fetched = async (url, how) => {
      const isLate = url.href.includes("/d/") && asked++ === late;
      if (isLate) await Promise.race([certain, new Promise((resolve) => setTimeout(resolve, 1000))]);
      return fetch(url, how);
    };
    const early = (answer) => {
      told.push({ ...answer, texts: asked });
      if (answer.items.length) isTold();
    };
    const index = await engine.openIndex(base, { fetch: fetched });
    return { told, answer: await index.search(query, { limit, early }) };
  },
  // Of events [kind, ms, letters in the field, whether an input method composes] the pauses behind each.
  pauses({ events }) {
    const typing = new pace.Pace();
    return events.map(([type, timeStamp, length, isComposing = false]) =>
      typing.after({ type, timeStamp, isComposing, target: { value: "a".repeat(length) } }));
  },
  isAboutContact: ({ query, words }) => contact.isAboutContact(query, words),
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = { value: await answers[request.do](request) };
  } catch (error) {
    answer = { error: `${error.constructor.name}: ${error.message}` };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
