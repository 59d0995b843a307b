// Shows the code that the page has for paper, so that a neighbour's phone can read it from this one.

import { showPanel } from "./panel.js";

export function showCode() {
  const meaning = document.createElement("p");
  meaning.textContent = "Đưa máy ảnh của điện thoại khác vào mã này để mở bài.";
  showPanel("Mã QR của bài này", document.querySelector(".qr").cloneNode(true), meaning);
}
