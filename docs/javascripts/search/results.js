// What the search page shows of an answer: how many, what was meant perhaps, the hits.

import { SITE, SearchError } from "./engine.js";
import { about, counted, element, pieces } from "./nodes.js";

const UNABLE = "Trình duyệt này quá cũ nên không chạy được phần tìm kiếm. Hãy mở trang bằng trình duyệt mới hơn.";

const ROOM = "search-awaited";

export class Results {
  // take(words, literal): called when other words are chosen, or the same as they were typed.
  constructor(part, take) {
    for (const name of ["read", "status", "suggestion", "results", "more", "empty"]) this[name] = part(name);
    this.take = take;
    this.shown = this.certain = 0;
  }

  busy() {
    this.certain = 0;
    this.more.disabled = true;
    this.results.setAttribute("aria-busy", "true");
  }

  // What is certain of an answer whose texts are on their way: how many, the first of so many results.
  foresee(query, answer, count) {
    this.say(query, answer);
    this.suggestion.hidden = true;
    if (answer.items.length) this.put(answer.items, this.certain);
    this.certain = answer.items.length;
    if (!this.certain) return;
    for (let place = this.certain; place < Math.min(count, answer.total); place++) this.results.append(room());
  }

  // The answer to the query from the offset on, behind what is shown already.
  show(query, answer, offset) {
    this.idle();
    this.put(answer.items, offset ? 0 : this.certain, offset);
    this.certain = 0;
    this.shown = offset + answer.items.length;
    this.more.hidden = this.shown >= answer.total;
    if (!offset) this.tell(query, answer);
  }

  // Results in the place of what stood there, but for those that are shown already.
  put(items, certain, offset = 0) {
    while (this.results.children.length > offset + certain) this.results.lastElementChild.remove();
    this.results.append(...items.slice(certain).map(hit));
  }

  // Leads a reader to the result at a place.
  lead(place) {
    const hit = this.results.children[place];
    if (hit) hit.querySelector("a").focus();
  }

  tell(query, answer) {
    this.say(query, answer);
    this.empty.hidden = !query || answer.total > 0;
    // Above what is nearly right, below what is right.
    this[answer.full ? "more" : "results"].insertAdjacentElement("beforebegin", this.suggestion);
    this.offer(this.suggestion, answer.suggestion, "Ý bạn là: ");
  }

  // How many there are, said once.
  say(query, answer) {
    const said = query && counted(answer.read || query, answer);
    if (this.status.textContent !== said) this.status.textContent = said;
    this.offer(this.read, answer.read && query, `Đang tìm: “${answer.read}”. Tìm đúng chữ đã gõ: `, true);
  }

  fail(error) {
    this.idle();
    this.status.textContent = error instanceof SearchError ? error.message : UNABLE;
  }

  idle() {
    for (const place of [...this.results.querySelectorAll(`.${ROOM}`)]) place.remove();
    this.results.removeAttribute("aria-busy");
    this.more.disabled = false;
  }

  // Other words to search for, as a link behind what is said of them.
  offer(place, words, said, literal = false) {
    place.hidden = !words;
    place.textContent = "";
    if (!words) return;
    const link = element("a", "", words);
    link.href = `?${new URLSearchParams({ q: words, ...(literal && { dung: 1 }) })}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.take(words, literal);
    });
    place.append(said, link);
  }
}

// Where a result will stand.
function room() {
  const place = element("li", ROOM);
  place.setAttribute("aria-hidden", "true");
  return place;
}

function hit({ uri, titleMarked, snippetMarked, ...item }) {
  const link = element("a", "", ...pieces(titleMarked));
  link.href = new URL(uri, SITE);
  return element("li", "search-hit",
    element("h2", "search-hit__title", link),
    element("p", "search-hit__about", ...about(item)),
    element("p", "search-hit__text", ...pieces(snippetMarked)));
}
