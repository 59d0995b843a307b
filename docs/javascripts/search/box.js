// Answers for Material's header box, as its own worker would give them: HTML in title and text.

import { openIndex } from "./engine.js";
import { SearchError } from "./shard.js";
import { day, escape, marked, number } from "./html.js";

const SHOWN = 10;
const MARK = "<mark data-md-highlight>";
let opening;

export async function results(query) {
  try {
    opening = opening ?? openIndex();
    const answer = await (await opening).search(query, { limit: SHOWN });
    return { items: items(query, answer).map((item) => [item]) };
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    return { items: [[entry(page(query), "Chưa tìm được", escape(error.message), 0)]] };
  }
}

export function items(query, { total, approximate, items: found, suggestion }) {
  const shown = found.map((item) => entry(
    item.uri, marked(item.titleMarked, MARK), marked(item.snippetMarked, MARK), item.score, about(item)));
  if (suggestion) {
    shown.unshift(entry(page(suggestion), `Ý bạn là: <em>${escape(suggestion)}</em>`, "", 0));
  }
  if (total > found.length) {
    const count = `${approximate ? "khoảng " : ""}${number(total)}`;
    shown.push(entry(page(query), `Xem tất cả ${count} kết quả`, "", 0));
  }
  return shown;
}

const entry = (location, title, text, score, about = "") => ({
  location, title, score, terms: {},
  text: `${about && `<p class="search-result__about">${about}</p>`}${text && `<p>${text}</p>`}`,
});

const about = ({ section, date }) =>
  [section && escape(section), date && `<time datetime="${escape(date)}">${day(date)}</time>`]
    .filter(Boolean).join(" · ");

const page = (query) => `tim-kiem/?q=${encodeURIComponent(query)}`;
