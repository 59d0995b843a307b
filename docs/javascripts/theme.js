// Light or dark, before anything is drawn: what the reader chose, else what the system wants.

{
  const root = document.documentElement;
  const wish = matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const show = (theme) => {
    root.dataset.theme = theme;
    for (const words of document.querySelectorAll("[data-theme-words]")) {
      words.textContent = theme === "dark" ? "Chuyển sang nền sáng" : "Chuyển sang nền tối";
    }
  };
  const now = () => remembered() ?? (wish.matches ? "dark" : "light");
  show(now());
  wish.addEventListener?.("change", () => show(now()));
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
      if (menu?.open && !menu.contains(target)) menu.open = false;
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && menu?.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  });
}
