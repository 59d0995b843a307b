/* The search page, /tim-kiem/?q=… It expects this HTML, and shows what carries `hidden` when due:

<form data-search-page role="search" method="get">
  <label for="tu-khoa">Từ cần tìm</label>
  <input id="tu-khoa" name="q" type="search" autocomplete="off" enterkeyhint="search">
  <button type="submit">Tìm</button>
  <details><summary>Lọc và sắp xếp</summary>
  <label>Chuyên mục <select name="section"><option value="">Tất cả</option></select></label>
  <label>Năm <select name="year"><option value="">Tất cả</option></select></label>
  <label>Quý <select name="quarter"><option value="">Tất cả</option><option value="1">Quý I</option>
    <option value="2">Quý II</option><option value="3">Quý III</option>
    <option value="4">Quý IV</option></select></label>
  <label>Phong trào <select name="campaign"><option value="">Tất cả</option></select></label>
  <label>Sắp xếp <select name="order"><option value="">Phù hợp nhất</option>
    <option value="newest">Mới nhất</option><option value="views">Đọc nhiều nhất</option></select></label>
  </details>
</form>
<p data-search-waiting>… trình duyệt có thể đã quá cũ …</p>
<p data-search-status role="status" aria-live="polite"></p>
<p data-search-suggestion hidden></p>
<ol data-search-results></ol>
<button data-search-more type="button" hidden>Xem thêm kết quả</button>
<div data-search-empty hidden> … what to try instead, a link to the archive … </div>
<noscript> … needs JavaScript; a link to the archive … </noscript>

A result: li.search-hit > h2.search-hit__title > a; p.search-hit__about (section, time, views);
p.search-hit__text. The words asked for stand in <mark>. */

import { SITE, openIndex } from "./engine.js";
import { SearchError } from "./shard.js";
import { day, number } from "./html.js";

const PAUSE = 250; // ms without typing
const STEP = 10; // results at a time
const NONE = { total: 0, items: [], suggestion: null };
const UNABLE = "Trình duyệt này chưa chạy được phần tìm kiếm. Hãy mở trang bằng trình duyệt mới hơn.";
const FILTERS = ["section", "year", "quarter", "campaign"];

const form = document.querySelector("[data-search-page]");
const part = (name) => document.querySelector(`[data-search-${name}]`);
const [status, suggestion, list, more, empty] =
  ["status", "suggestion", "results", "more", "empty"].map(part);

let index, filled, timer, turn = 0, shown = 0;

if (form) start();

function start() {
  part("waiting")?.remove(); // it tells readers whose browser cannot read this script
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    visit("pushState");
  });
  form.addEventListener("input", ({ target }) => {
    clearTimeout(timer);
    if (target.name === "q") timer = setTimeout(visit, PAUSE, "replaceState");
  });
  form.addEventListener("change", ({ target }) => target.name !== "q" && visit("pushState"));
  form.addEventListener("focusin", () => fillFilters().catch(() => {}), { once: true });
  more.addEventListener("click", () => show(shown));
  addEventListener("popstate", restore);
  // The template took the query out of the address while Material started.
  if (window.searchAsked) history.replaceState(history.state, "", window.searchAsked);
  restore();
}

// What the address says, into the form.
async function restore() {
  const asked = new URLSearchParams(location.search);
  form.elements.q.value = asked.get("q") ?? "";
  if ([...asked.keys()].length) await fillFilters().catch(() => {}); // show() tells what is wrong
  for (const name of [...FILTERS, "order"]) form.elements[name].value = asked.get(name) ?? "";
  const filtered = [...FILTERS, "order"].some((name) => asked.get(name));
  if (filtered) form.querySelector("details")?.setAttribute("open", "");
  show(0);
}

// What the form says, into the address; then the results.
function visit(how) {
  clearTimeout(timer);
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const search = asked.size || `${asked}` ? `?${asked}` : location.pathname;
  if (search !== location.search) history[how](null, "", search);
  show(0);
}

async function opened() {
  index = index ?? await openIndex();
  return index;
}

function fillFilters() {
  filled = filled ?? opened().then((search) => search.facets()).then(({ sections, years, campaigns }) => {
    fill("section", sections);
    fill("campaign", campaigns);
    fill("year", years.map((year) => [year, year]));
  }).catch((error) => {
    filled = null;
    throw error;
  });
  return filled;
}

function fill(name, entries) {
  const select = form.elements[name];
  select.append(...entries.map(([value, title]) => new Option(title, value)));
  select.closest("label")?.toggleAttribute("hidden", !entries.length);
}

async function show(offset) {
  const mine = ++turn;
  const query = form.elements.q.value.trim();
  more.disabled = true;
  if (!query) return present("", NONE, 0);
  try {
    list.setAttribute("aria-busy", "true");
    const answer = await (await opened()).search(query, { ...wishes(), limit: STEP, offset });
    if (mine === turn) present(query, answer, offset);
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

const wishes = () => ({
  order: form.elements.order.value || "relevance",
  filters: Object.fromEntries(FILTERS.map((name) => [name, form.elements[name].value])),
});

function fail(error) {
  list.removeAttribute("aria-busy");
  more.disabled = false;
  status.textContent = error instanceof SearchError ? error.message : UNABLE;
}

function present(query, answer, offset) {
  const { items, total } = answer;
  const hits = items.map(hit);
  if (!offset) list.textContent = "";
  list.append(...hits);
  list.removeAttribute("aria-busy");
  shown = offset + items.length;
  status.textContent = query && summary(query, answer);
  more.hidden = shown >= total;
  more.disabled = false;
  empty.hidden = !query || total > 0;
  propose(answer.suggestion);
  if (offset) hits[0]?.querySelector("a").focus();
}

function summary(query, { total, approximate, partial }) {
  if (!total) return `Không có bài nào khớp với “${query}”.`;
  if (partial) return `Không có bài nào đủ các từ “${query}”. Đây là những bài gần nhất.`;
  return `${approximate ? "Khoảng" : "Có"} ${number(total)} bài về “${query}”.`;
}

function propose(words) {
  suggestion.hidden = !words;
  suggestion.textContent = "";
  if (!words) return;
  const link = element("a", "", words);
  link.href = `?${new URLSearchParams({ ...Object.fromEntries(new FormData(form)), q: words })}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    form.elements.q.value = words;
    visit("pushState");
    form.elements.q.focus();
  });
  suggestion.append("Ý bạn là: ", link, "?");
}

function hit({ uri, titleMarked, snippetMarked, section, date, views }) {
  const item = element("li", "search-hit");
  const title = element("h2", "search-hit__title");
  const link = element("a", "");
  link.href = new URL(uri, SITE);
  link.append(...pieces(titleMarked));
  title.append(link);
  const about = element("p", "search-hit__about");
  const facts = [section, date && when(date), views && `${number(views)} lượt xem`].filter(Boolean);
  about.append(...facts.flatMap((fact, place) => (place ? [" · ", fact] : [fact])));
  const text = element("p", "search-hit__text");
  text.append(...pieces(snippetMarked));
  item.append(title, about, text);
  return item;
}

function when(date) {
  const time = element("time", "", day(date));
  time.dateTime = date;
  return time;
}

const pieces = (marked) => marked.map(({ text, mark }) => (mark ? element("mark", "", text) : text));

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
