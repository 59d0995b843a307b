// Text as nodes of a page: what was found or typed is never read as markup.

export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

export const pieces = (marked) => marked.map(({ text, mark }) => (mark ? element("mark", "", text) : text));

// What stands below a title: section, date, views, as far as there are any.
export function about({ section, date, views }) {
  const facts = [section, date && when(date), views && `${number(views)} lượt xem`].filter(Boolean);
  return facts.flatMap((fact, place) => (place ? [" · ", fact] : [fact]));
}

function when(date) {
  const time = element("time", "", day(date));
  time.dateTime = date;
  return time;
}

export const day = (iso) => iso.slice(0, 10).split("-").reverse().join("/");

export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
