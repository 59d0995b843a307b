// How the words begin that a first letter may become: the pairs of each such beginning lie in a file.

import { start } from "./engine.js";

// The letters that may follow the first one of a syllable, where they are not the vowels alone. A word that
// only one document has is not in the dictionary.
const NEXT = { c: "ahou", g: "aehiou", k: "aehiy", n: "aeghiouy", p: "ahiou", q: "u", t: "aehioruy" };
const RARE = 0.01; // of the documents have words with a beginning that is not looked for

export async function beginnings(reader, letter) {
  const next = NEXT[letter] || (/[aeiouy]/.test(letter) ? "acimnoptuy" : "aeiouy");
  const counts = new Map();
  for (const [word, common] of await reader.table(letter)) {
    counts.set(start(word), (counts.get(start(word)) || 0) + 4 ** common);
  }
  const usual = [...counts].filter(([, count]) => count > RARE * reader.manifest.documents).map(([way]) => way);
  return [...new Set([...["", ...next].map((second) => letter + second), ...usual])];
}
