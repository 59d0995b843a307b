// All that a page loads of the search before its first use.

// Material listens to keyup alone; paste, voice and some input methods send none.
document.addEventListener("input", ({ target }) => {
  if (target.matches?.("[data-md-component=search-query]")) {
    target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: false }));
  }
});

// For measurements: addresses of the articles found, best first.
let opening;
window.portalSearch = async (query, count = 10) => {
  if (!query) return [];
  opening = opening ?? import("./engine.js").then(({ openIndex }) => openIndex());
  const { items } = await (await opening).search(query, { limit: count });
  return items.map((item) => item.uri);
};
