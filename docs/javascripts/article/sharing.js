// Gives the article to others: by the device's own sheet, else by a panel with its address and the
// two places where neighbours talk. Those are links: nothing of theirs is loaded.

import { showPanel } from "./panel.js";

export async function share() {
  const title = document.querySelector("h1").textContent;
  const { href: url } = document.querySelector("link[rel=canonical]") || location;
  if (!(await isHandedOver({ title, url }))) showPanel("Chia sẻ bài này", ...ways(url));
}

async function isHandedOver(article) {
  try {
    await navigator.share(article);
    return true;
  } catch ({ name }) {
    return name === "AbortError"; // the reader thought better of it
  }
}

function ways(url) {
  const address = document.createElement("p");
  address.className = "panel__address";
  address.textContent = url;
  const zalo = btoa(JSON.stringify({ url })); // as the button that Zalo gives to sites writes it
  return [
    address,
    ...(navigator.clipboard ? [copying(url)] : []),
    link("Facebook", `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`),
    link("Zalo", `https://button-share.zalo.me/share_external?d=${encodeURIComponent(zalo)}`),
  ];
}

function copying(url) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--primary";
  button.setAttribute("aria-live", "polite");
  button.textContent = "Chép địa chỉ";
  button.addEventListener("click", () => navigator.clipboard.writeText(url).then(
    () => (button.textContent = "Đã chép địa chỉ"),
    () => (button.textContent = "Hãy giữ tay vào địa chỉ để chép"),
  ));
  return button;
}

function link(name, href) {
  const anchor = document.createElement("a");
  anchor.className = "button";
  anchor.href = href;
  anchor.rel = "noopener noreferrer";
  anchor.target = "_blank";
  anchor.textContent = name;
  return anchor;
}
