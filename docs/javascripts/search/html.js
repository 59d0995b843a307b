// Text into HTML: everything escaped, the words asked for marked.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escape = (text) => text.replace(/[&<>"']/g, (char) => ENTITIES[char]);

export const marked = (pieces, tag = "<mark>") =>
  pieces.map(({ text, mark }) => (mark ? `${tag}${escape(text)}</mark>` : escape(text))).join("");

export const day = (iso) => iso.slice(0, 10).split("-").reverse().join("/");

export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");
