// A small window over the page, with a title, that closes by its button, Escape or a click beside it.
// Where the browser has no dialogs (iPhones from before 2022), it lies over the page as any other part.

export function showPanel(title, ...content) {
  const opener = document.activeElement;
  const dialog = document.createElement("dialog");
  const heading = document.createElement("h2");
  const button = document.createElement("button");
  const gone = () => {
    dialog.remove();
    if (opener) opener.focus();
  };
  const close = () => (dialog.close ? dialog.close() : gone());
  dialog.className = "panel";
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-labelledby", "panel");
  heading.id = "panel";
  heading.textContent = title;
  button.type = "button";
  button.className = "button";
  button.textContent = "Đóng";
  button.addEventListener("click", close);
  dialog.addEventListener("click", ({ target }) => target === dialog && close());
  dialog.addEventListener("close", gone);
  dialog.append(heading, ...content, button);
  document.body.append(dialog);
  if (dialog.showModal) dialog.showModal();
  else lay(dialog, button, close);
}

function lay(dialog, button, close) {
  dialog.classList.add("panel--laid");
  dialog.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  button.focus();
}
