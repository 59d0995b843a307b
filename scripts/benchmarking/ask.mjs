// Asks a built site's own search modules: {query, count} a line in, {uris, requests, bytes} a line
// out. Each query is a first visit that reads the index from the disk.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";

const site = pathToFileURL(`${process.argv[2]}/`);
const { openIndex } = await import(new URL("javascripts/search/engine.js", site));

for await (const line of createInterface({ input: process.stdin })) {
  const { query, count } = JSON.parse(line);
  let requests = 0, bytes = 0;
  const fetch = async (url) => {
    const content = readFileSync(fileURLToPath(url));
    requests += 1;
    bytes += content.length;
    return new Response(content);
  };
  const index = await openIndex(new URL("search/", site), { fetch });
  const { items } = await index.search(query, { limit: count });
  console.log(JSON.stringify({ uris: items.map(({ uri }) => uri), requests, bytes }));
}
