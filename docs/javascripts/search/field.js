// All that a page loads of the search before its first use. Its fields are plain forms until
// somebody types; then answers.js shows what it finds.

const ANSWERS = "./answers.js";
const OFFLINE = "Chưa tải được phần tìm kiếm. Hãy kiểm tra kết nối mạng rồi gõ lại.";
const UNABLE = "Trình duyệt này quá cũ nên không chạy được phần tìm kiếm. Hãy mở trang bằng trình duyệt mới hơn, hoặc ";
const INSTEAD = "bấm vào đây để xem tin theo năm, quý và tháng";

for (const form of document.querySelectorAll("[data-search-field]")) upgrade(form);

function upgrade(form) {
  const status = document.createElement("p"); // there before it says anything, or nobody hears it
  status.className = "search-field__status";
  status.setAttribute("role", "status");
  form.append(status);
  const input = form.elements.q;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  let loading = null, tries = 0;
  input.addEventListener("input", function typed(event) {
    import("./engine.js").catch(() => {}); // which answers.js asks for: both at once
    // Browsers do not ask again for a module that they once failed to get.
    loading = loading || import(tries++ ? `${ANSWERS}?${tries}` : ANSWERS).then(({ attach }) => {
      attach(form, status, () => unable(status), event);
      input.removeEventListener("input", typed);
    }).catch(async () => {
      loading = null;
      if (await isThere()) unable(status);
      else status.textContent = OFFLINE;
    });
  });
}

function unable(status) {
  const link = document.createElement("a");
  link.href = new URL("../../luu-tru/", import.meta.url);
  link.textContent = INSTEAD;
  status.textContent = UNABLE;
  status.append(link, ".");
}

// A browser that is too old for a module fails as a broken connection does.
const isThere = () => fetch(new URL(ANSWERS, import.meta.url), { cache: "no-store" })
  .then(({ ok }) => ok, () => false);

// For measurements: addresses of the articles found, best first.
let opening;
window.portalSearch = async (query, count = 10) => {
  if (!query) return [];
  opening = opening || import("./engine.js").then(({ openIndex }) => openIndex());
  const { items } = await (await opening).search(query, { limit: count });
  return items.map((item) => item.uri);
};
