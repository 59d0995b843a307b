// What is shown of an answer: text as nodes, so that what was found or typed is never read as markup,
// and the sentence that counts.

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

// The sentence of an answer, and before it what was searched for instead of what was typed.
export function told(query, answer) {
  return `${answer.read ? `Đang tìm: “${answer.read}”. ` : ""}${counted(answer.read || query, answer)}`;
}

// How many articles have all that was asked for, how many nearly all; which words no article has.
export function counted(query, { total, full, approximate, asked, named, missing }) {
  if (!total) return `Không có bài nào khớp với “${query}”.`;
  const words = `${asked.includes(" ") ? "các chữ" : "chữ"} “${asked}”${named ? " hoặc cách gọi khác" : ""}`;
  const near = total - full;
  if (missing.length) {
    const none = missing.map((word) => `“${word}”`).join(" hay ");
    return `Không có bài nào có chữ ${none}; ${number(near)} bài có gần đủ ${words}.`;
  }
  if (!full) return `Không có bài nào có đủ ${words}; ${number(near)} bài có gần đủ.`;
  const count = `${approximate ? "Khoảng " : ""}${number(full)} bài có đủ ${words}`;
  return `${count}${near ? `, ${number(near)} bài có gần đủ` : ""}.`;
}
