// The search page, /tim-kiem/?q=…: its address says what is asked, its place in the history what is
// shown and how far the reader has come. Its HTML: newsroom/partials/search_page.html.

import { openIndex } from "./engine.js";
import { Filters } from "./filters.js";
import { Results } from "./results.js";
import { Pace } from "./pace.js";
import { isAboutContact } from "./contact.js";

const PAUSE = 250; // ms without scrolling
const STEP = 10; // results at a time
const HIT = 150; // pixels of a result, about
const NEAR = "300px"; // below what is seen
const NONE = { total: 0, items: [], suggestion: null };

const form = document.querySelector("[data-search-page]");
const part = (name) => document.querySelector(`[data-search-${name}]`);
const filters = new Filters(form, () => visit("pushState"));
const results = new Results(part, take);
const pace = new Pace();
const ends = "IntersectionObserver" in window && new IntersectionObserver(near, { rootMargin: NEAR });

let index, filled, typing, moving, asking = new AbortController();

start();

function start() {
  part("waiting").remove(); // unable.js tells readers whose browser cannot read this script
  form.addEventListener("submit", submitted);
  form.addEventListener("input", (event) => {
    clearTimeout(typing);
    if (event.target.name !== "q") return;
    asking.abort();
    form.elements.dung.value = "";
    typing = setTimeout(visit, pace.after(event), "replaceState");
  });
  form.addEventListener("change", ({ target }) => target.name !== "q" && visit("pushState"));
  form.addEventListener("focusin", () => fillFilters().catch(() => {}), { once: true });
  results.more.addEventListener("click", () => show(results.shown, more(), true).then(keepPlace));
  window.addEventListener("beforeprint", fill);
  results.results.addEventListener("click", keepPlace);
  history.scrollRestoration = "manual"; // what the browser would scroll is not there yet
  window.addEventListener("scroll", () => {
    clearTimeout(moving);
    moving = setTimeout(keepPlace, PAUSE);
  }, { passive: true });
  window.addEventListener("popstate", restore);
  if (matchMedia("(min-width: 60em)").matches) filters.open();
  restore();
}

function submitted(event) {
  event.preventDefault();
  if (matchMedia("(pointer: coarse)").matches) document.activeElement.blur(); // the keyboard goes
  visit("pushState");
}

function take(words, literal) {
  form.elements.q.value = words;
  form.elements.dung.value = literal ? "1" : "";
  visit("pushState");
  form.elements.q.focus();
}

// What the address says, into the form; then the results, as far down as they were.
async function restore() {
  clearTimeout(moving);
  const asked = new URLSearchParams(location.search);
  const place = history.state || {};
  form.elements.q.value = asked.get("q") || "";
  if ([...asked.keys()].length) await fillFilters().catch(() => {}); // show() tells what is wrong
  for (const control of [...filters.controls, form.elements.order, form.elements.dung]) {
    control.value = asked.get(control.name) || "";
  }
  await show(0, Math.max(seen(), place.shown || 0));
  if (place.y) window.scrollTo(0, place.y);
}

// What the form says, into the address; then the results.
function visit(how) {
  clearTimeout(typing);
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const search = `${asked}` ? `?${asked}` : location.pathname;
  if (search !== location.search) history[how](null, "", search);
  show(0, seen());
}

// How many results a reader may see at first.
function seen() {
  return ends ? Math.min(STEP, Math.ceil(window.innerHeight / HIT)) : STEP;
}

// How many follow who asks for more: to the next ten and ten.
const more = () => STEP + (STEP - results.shown % STEP) % STEP;

// An observer tells of changes: of an end that was near before it tells when it is observed anew.
function watch() {
  if (!ends) return;
  ends.unobserve(results.more);
  ends.observe(results.more);
}

function near([end]) {
  if (end.isIntersecting) fill();
}

// Reads the rest of the first ones, when the end of the list comes near.
function fill() {
  const rest = STEP - results.shown;
  if (results.shown && rest > 0 && !results.more.hidden && !results.more.disabled) show(results.shown, rest);
}

function keepPlace() {
  history.replaceState({ shown: results.shown, y: window.scrollY }, "");
}

async function opened() {
  index = index || await openIndex();
  return index;
}

function fillFilters() {
  filled = filled || opened().then((search) => search.manifest()).then((manifest) => filters.offer(manifest))
    .catch((error) => {
      filled = null;
      throw error;
    });
  return filled;
}

// isAsked: whether somebody asked for what is behind the offset, who is then led there.
async function show(offset, limit, isAsked = false) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const query = form.elements.q.value.trim();
  filters.show();
  showContact(query);
  if (!offset || isAsked) results.busy();
  if (!query) return results.show("", NONE, 0);
  try {
    const order = form.elements.order.value || "relevance", literal = form.elements.dung.value === "1";
    const early = (answer) => signal.aborted || offset || results.foresee(query, answer, limit);
    const options = { filters: filters.wanted, order, limit, offset, literal, signal, early };
    const answer = await (await opened()).search(query, options);
    if (signal.aborted) return;
    results.show(query, answer, offset);
    if (answer.items.length) watch();
    if (isAsked) results.lead(offset);
  } catch (error) {
    if (!signal.aborted) results.fail(error);
  }
}

function showContact(query) {
  const card = part("contact");
  if (card) card.hidden = !isAboutContact(query, card.dataset);
}
