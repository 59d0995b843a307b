// The sentences of a text, each with its place in the page and the words that are spoken for it.

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, pre, blockquote, div";

export function sentencesOf(...roots) {
  return roots.flatMap((root) => blocksOf(root).flatMap(sentencesIn)).filter(({ words }) => words);
}

// Text that stands together: "one<b>two</b>" is one block, a list within an item is its own.
function blocksOf(root) {
  const blocks = [];
  let last;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const block = node.parentElement.closest(BLOCKS);
    if (block !== last) blocks.push([]);
    blocks[blocks.length - 1].push(node);
    last = block;
  }
  return blocks;
}

function sentencesIn(nodes) {
  const text = nodes.map(({ data }) => data).join("");
  let start = 0;
  return cut(text).map((sentence) => {
    const range = document.createRange();
    range.setStart(...placeOf(nodes, start + sentence.search(/\S|$/)));
    start += sentence.length;
    range.setEnd(...placeOf(nodes, start - sentence.match(/\s*$/)[0].length));
    return { range, words: spoken(range) };
  });
}

const cut = (text) => Intl.Segmenter
  ? Array.from(new Intl.Segmenter("vi", { granularity: "sentence" }).segment(text), (one) => one.segment)
  : text.match(/[^.!?…]*[.!?…]*\s*/g).filter(Boolean);

// The text node and the place in it of a letter of the block.
function placeOf(nodes, letter) {
  for (const node of nodes) {
    if (letter <= node.length) return [node, letter];
    letter -= node.length;
  }
  const last = nodes[nodes.length - 1];
  return [last, last.length];
}

function spoken(range) {
  const part = range.cloneContents();
  for (const short of part.querySelectorAll("abbr[title]")) short.textContent = short.title;
  return part.textContent.replace(/\s+/g, " ").trim();
}
