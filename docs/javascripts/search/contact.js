// Whether a query asks how to reach the ward; newsroom/partials/search_contact.html has the answer
// and the words: phrases that ask for it, parted by "|", and words that may stand beside them.

import { fold } from "./engine.js";

export function isAboutContact(query, { asked, beside }) {
  const typed = ` ${fold(query)} `;
  const longestFirst = asked.split("|").map(fold).sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, phrase) => left.split(` ${phrase} `).join("  "), typed);
  const known = new Set(fold(beside).split(" "));
  return rest !== typed && rest.split(" ").every((word) => !word || known.has(word));
}
