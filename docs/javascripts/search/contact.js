// Whether a query asks how to reach the ward; newsroom/partials/search_contact.html has the answer
// and the words: phrases that ask for it, parted by "|", and words that may stand beside them.

import { composed } from "./keyboards.js";
import { fold } from "./engine.js";

// The query as it stands, or as its keys mean.
export function isAboutContact(query, words) {
  const meant = query.toLowerCase().split(/\s+/).map((word) => composed(word) || word).join(" ");
  return isAsked(query, words) || isAsked(meant, words);
}

function isAsked(query, { asked, beside }) {
  const typed = ` ${fold(query)} `;
  const longestFirst = asked.split("|").map(fold).sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, phrase) => left.split(` ${phrase} `).join("  "), typed);
  const known = new Set(fold(beside).split(" "));
  return rest !== typed && rest.split(" ").every((word) => !word || known.has(word));
}
