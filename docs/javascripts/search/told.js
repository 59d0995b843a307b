// What is said of an answer: how many articles have all that was asked for, how many nearly all.

import { number } from "./nodes.js";

export function told(query, answer) {
  return `${answer.read ? `Đang tìm: “${answer.read}”. ` : ""}${counted(answer.read ?? query, answer)}`;
}

export function counted(query, { total, full, approximate, asked }) {
  if (!total) return `Không có bài nào khớp với “${query}”.`;
  const words = `${asked.includes(" ") ? "các chữ" : "chữ"} “${asked}”`;
  const near = total - full;
  if (!full) return `Không có bài nào có đủ ${words}; ${number(near)} bài có gần đủ.`;
  const count = `${approximate ? "Khoảng " : ""}${number(full)} bài có đủ ${words}`;
  return `${count}${near ? `, ${number(near)} bài có gần đủ` : ""}.`;
}
