// Stands in for Material's search worker (a classic worker); loads the engine with the first query.
// Messages: 0 SETUP → 1 READY, 2 QUERY → 3 RESULT, each {type, data}.

const PAUSE = 250; // ms without typing
const BOX = "./box.js";
let turn = 0, timer, box;

onmessage = ({ data: { type, data } }) => {
  if (type === 0) postMessage({ type: 1 });
  if (type === 2) ask(String(data));
};

function ask(query) {
  const mine = ++turn;
  clearTimeout(timer);
  if (!query.trim()) return tell({ items: [] });
  timer = setTimeout(async () => {
    const result = await find(query);
    if (mine === turn) tell(result); // a later query has made it stale
  }, PAUSE);
}

async function find(query) {
  try {
    box = box || await import(BOX).catch(() => import(`${BOX}?again`));
    return await box.results(query);
  } catch (error) {
    return (box || await isThere()) ? unable() : offline(query);
  }
}

// A browser that does not import in workers fails as a broken connection does; one that is too old
// fails in the engine.
const isThere = () =>
  fetch(new URL(BOX, self.location), { cache: "no-store" }).then(({ ok }) => ok, () => false);

const offline = (query) => only(
  `tim-kiem/?q=${encodeURIComponent(query)}`,
  "Chưa tải được phần tìm kiếm",
  "Hãy kiểm tra kết nối mạng rồi gõ lại.",
);

const unable = () => only(
  "luu-tru/",
  "Trình duyệt này chưa chạy được phần tìm kiếm",
  "Hãy mở trang bằng trình duyệt mới hơn, hoặc bấm vào đây để xem tin theo năm, quý và tháng.",
);

const only = (location, title, text) =>
  ({ items: [[{ location, title, text: `<p>${text}</p>`, score: 0, terms: {} }]] });

const tell = (data) => postMessage({ type: 3, data });
