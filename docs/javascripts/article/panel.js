// A small window over the page, with a title, that closes by its button, Escape or a click beside it.

export function showPanel(title, ...content) {
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  const close = document.createElement("button");
  dialog.className = "panel";
  dialog.setAttribute("aria-labelledby", "panel");
  heading.id = "panel";
  heading.textContent = title;
  close.type = "button";
  close.className = "button";
  close.textContent = "Đóng";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(heading, ...content, close);
  document.body.append(dialog);
  dialog.showModal();
}
