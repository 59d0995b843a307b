// What the reader chose, before anything is drawn: light or dark, else what the system wants, and how
// large the text is (javascripts/article/text-size.js).

{
  const root = document.documentElement;
  const wish = matchMedia("(prefers-color-scheme: dark)");
  const remembered = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }
  };
  const show = (theme) => {
    root.dataset.theme = theme;
    for (const words of document.querySelectorAll("[data-theme-words]")) {
      words.textContent = theme === "dark" ? "Chuyển sang nền sáng" : "Chuyển sang nền tối";
    }
  };
  const now = () => remembered("theme") || (wish.matches ? "dark" : "light");
  show(now());
  root.dataset.text = remembered("text") || "100";
  if (wish.addEventListener) wish.addEventListener("change", () => show(now()));
  // What was read can be read again without a connection (sw.js), unless the ward wants none of it.
  const workers = location.protocol === "https:" && navigator.serviceWorker;
  const worker = new URL("../sw.js", document.currentScript.src);
  if (workers && root.dataset.offline === "yes") {
    addEventListener("load", () => workers.register(worker).catch(() => { /* it goes without */ }));
  } else if (workers) {
    workers.getRegistration(worker).then((found) => found && found.unregister());
  }
  addEventListener("DOMContentLoaded", () => {
    show(now());
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        const other = root.dataset.theme === "dark" ? "light" : "dark";
        try { localStorage.setItem("theme", other); } catch { /* it is forgotten */ }
        show(other);
      });
    }
    // A menu over the page closes when the reader turns elsewhere.
    const menu = document.querySelector(".menu");
    document.addEventListener("click", ({ target }) => {
      if (menu && menu.open && !menu.contains(target)) menu.open = false;
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && menu && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  });
}
