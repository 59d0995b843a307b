// What a search field shows while somebody types: the way to all results, then the best of them.

import { SITE, SearchError, openIndex } from "./engine.js";
import { Combobox } from "./combobox.js";
import { Pace } from "./pace.js";
import { about, element, number, pieces, told } from "./nodes.js";

const SHOWN = 5;
let opening;

// Gives the form its list, beginning with what was typed while this was loading. unable(): tells
// a reader whose browser cannot run the engine; event: that of the first letter.
export function attach(form, status, unable, event) {
  new Answers(form, status, unable).typed(event);
}

class Answers {
  constructor(form, status, unable) {
    Object.assign(this, { form, status, unable, input: form.elements.q, timer: 0 });
    this.pace = new Pace();
    this.asking = new AbortController();
    const list = element("div", "search-field__answers");
    list.id = `${this.input.id}-answers`;
    list.setAttribute("aria-label", "Kết quả");
    form.append(list);
    this.box = new Combobox(this.input, list);
    this.listen();
    opened().then((index) => index.open()).catch(() => {}); // ask() tells what is wrong
  }

  listen() {
    const { form, input, status, box } = this;
    const leave = () => this.leave();
    for (const kind of ["input", "compositionend", "focus"]) input.addEventListener(kind, (e) => this.typed(e));
    for (const part of [box.list, status]) part.addEventListener("mousedown", stay);
    form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || leave());
    form.addEventListener("submit", leave);
    window.addEventListener("pagehide", leave);
  }

  typed(event) {
    this.stop();
    const pause = this.pace.after(event);
    if (this.input.value.trim()) {
      this.timer = setTimeout(() => this.ask(this.asking.signal), pause);
    } else {
      this.box.fill([]);
      this.say("");
    }
  }

  async ask(signal) {
    const query = this.input.value.trim();
    this.certain = 0;
    const early = (answer) => signal.aborted || this.foresee(query, answer);
    try {
      const answer = await (await opened()).search(query, { limit: SHOWN, signal, early });
      if (!signal.aborted) this.tell(query, answer);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  tell(query, answer) {
    const links = rows(this.form.action, query, answer);
    this.say(told(query, answer), links.length > 0);
    this.box.fill(links, this.certain);
  }

  // What is certain while texts are on their way; without a result only in the place of nothing.
  foresee(query, answer) {
    const count = answer.items.length;
    if (!count && this.box.isOpen) return;
    const links = rows(this.form.action, query, answer).slice(0, 1 + count);
    this.say(told(query, answer), true);
    this.box.fill(links, count && this.certain);
    this.certain = links.length;
  }

  fail(error) {
    this.box.fill([]);
    this.say(error instanceof SearchError ? `Chưa tìm được. ${error.message}` : "");
    if (!(error instanceof SearchError)) this.unable();
  }

  // Shown as well where there is no list to show it.
  say(text, isListed = false) {
    this.status.classList.toggle("search-field__status--heard", isListed);
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  stop() {
    clearTimeout(this.timer);
    this.asking.abort();
    this.asking = new AbortController();
  }

  leave() {
    this.stop();
    this.box.close();
    this.say("");
  }
}

const opened = () => (opening = opening || openIndex());

// A press on what the field shows leaves the focus in it, or it would be gone before the click.
const stay = (event) => event.preventDefault();

const counted = ({ total, approximate }) => `${approximate ? "khoảng " : ""}${number(total)} kết quả`;

// Links: all results, the query as it was meant, the best answers, what was typed indeed.
export function rows(page, query, answer) {
  const { total, full, items, suggestion, read } = answer;
  const meant = suggestion && row(asking(page, suggestion), ["Ý bạn là: ", element("em", "", suggestion)]);
  return [
    total && row(asking(page, query), [`Xem tất cả ${counted(answer)}`, read ? ` cho “${read}”` : ""]),
    !full && meant,
    ...items.map((item) => row(new URL(item.uri, SITE), pieces(item.titleMarked), item)),
    full && meant,
    read && row(`${asking(page, query)}&dung=1`, ["Tìm đúng chữ đã gõ: ", element("em", "", query)]),
  ].filter(Boolean);
}

function row(href, title, item) {
  const link = element("a", "search-field__answer", element("span", "search-field__title", ...title));
  link.href = href;
  if (!item) link.classList.add("search-field__answer--asks");
  else link.append(
    element("span", "search-field__about", ...about(item)),
    element("span", "search-field__text", ...pieces(item.snippetMarked)));
  return link;
}

const asking = (page, query) => `${page}?${new URLSearchParams({ q: query })}`;
