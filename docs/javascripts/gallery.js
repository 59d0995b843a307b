// The pictures of a gallery, large and one after another: by buttons, arrow keys or a swipe. Without
// this, or in a browser that has no dialog, each picture links to itself at large.

const SWIPE = 40; // pixels that a finger travels at least

const links = [...document.querySelectorAll(".gallery__link")];
const dialog = document.createElement("dialog");
let shown = 0;

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function bar(...parts) {
  const made = document.createElement("div");
  made.className = "lightbox__bar";
  made.append(...parts);
  return made;
}

function galleryOf(link) {
  return links.filter((other) => other.closest(".gallery") === link.closest(".gallery"));
}

const image = document.createElement("img");
const words = document.createElement("p");
const count = document.createElement("p");
const earlier = button("‹ Ảnh trước", () => show(shown - 1));
const later = button("Ảnh sau ›", () => show(shown + 1));
const close = button("Đóng", () => dialog.close());

function show(number) {
  const link = links[number];
  const gallery = link ? galleryOf(link) : [];
  if (!link || (dialog.open && !gallery.includes(links[shown]))) return;
  shown = number;
  const { alt } = link.querySelector("img");
  image.src = link.href;
  image.alt = alt;
  words.textContent = alt;
  count.textContent = `Ảnh ${gallery.indexOf(link) + 1} trên ${gallery.length}`;
  earlier.disabled = gallery[0] === link;
  later.disabled = gallery[gallery.length - 1] === link;
  for (const one of [earlier, later]) one.hidden = gallery.length === 1;
  // A button that is disabled while it has the focus would lose the arrow keys.
  if (document.activeElement && document.activeElement.disabled) close.focus();
}

function swipes(element) {
  let from = null;
  element.addEventListener("pointerdown", ({ clientX }) => (from = clientX));
  element.addEventListener("pointerup", ({ clientX }) => {
    if (from !== null && Math.abs(clientX - from) > SWIPE) show(shown + (clientX < from ? 1 : -1));
    from = null;
  });
}

if (dialog.showModal) {
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", "Xem ảnh lớn");
  count.setAttribute("role", "status");
  dialog.append(bar(count, close), image, words, bar(earlier, later));
  document.body.append(dialog);
  image.draggable = false;
  swipes(image);
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") show(shown - 1);
    if (key === "ArrowRight") show(shown + 1);
  });
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => links[shown].focus());
  for (const [number, link] of links.entries()) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(number);
      dialog.showModal();
    });
  }
}
