// Words that say how somebody asks rather than for what: "ở đâu", "cho tôi hỏi", the ward's own name.
// They are asked for as well, since a title may have them, but weigh little (rank.js).

import { phrases } from "./text.js";

// Marks the terms of a query that belong to one of the ward's phrases, unless all of them do.
export function markLittle(terms, little) {
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
const isSame = (term, word) => term.fold === word.fold && (term.form === term.fold || term.form === word.form);
