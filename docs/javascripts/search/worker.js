// Stands in for Material's search worker (a classic worker); loads the engine with the first query.
// Messages: 0 SETUP → 1 READY, 2 QUERY → 3 RESULT, each {type, data}.

const PAUSE = 250; // ms without typing
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
    box ??= await import("./box.js").catch(() => import("./box.js?again"));
    return await box.results(query);
  } catch {
    return {
      items: [[{
        location: `tim-kiem/?q=${encodeURIComponent(query)}`,
        title: "Chưa tải được phần tìm kiếm",
        text: "<p>Hãy kiểm tra kết nối mạng rồi gõ lại.</p>",
        score: 0,
        terms: {},
      }]],
    };
  }
}

const tell = (data) => postMessage({ type: 3, data });
