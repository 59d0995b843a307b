// Reads the index files: fetches once more what fails, and refuses what another build wrote.

export class SearchError extends Error {}
export class StaleError extends SearchError { // the index was published anew meanwhile
  constructor() {
    super(RENEWED);
  }
}

const OFFLINE = "Chưa tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối mạng rồi thử lại.";
const RENEWED = "Trang vừa được cập nhật. Hãy tải lại trang rồi tìm lại.";
const MANIFEST = "manifest.bin";
const PAUSE = 300; // ms before the second try

export class Files {
  constructor(base, fetcher, cache = "default") {
    this.base = base;
    this.fetch = fetcher;
    this.cache = cache;
    this.kept = new Map();
    this.since = Date.now();
    this.published = NaN; // when the manifest was, where the host says so
  }

  anew(cache) {
    return new Files(this.base, this.fetch, cache);
  }

  manifest(decode, cache) {
    return this.read(MANIFEST, decode, () => true, { cache });
  }

  // The decoded file; `check` says whether it belongs to the index that is being read; signal: ends
  // the reading as well.
  read(path, decode, check, { cache = this.cache, signal } = {}) {
    if (!this.kept.has(path)) {
      const reading = this.readNow(path, decode, check, { cache, signal });
      reading.catch(() => this.kept.delete(path));
      this.kept.set(path, reading);
    }
    return this.kept.get(path);
  }

  async readNow(path, decode, check, { cache, signal }) {
    try {
      const content = decode(await this.bytes(path, { cache, signal }));
      if (check(content)) return content;
    } catch (error) {
      if (signal && signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    const content = decode(await this.bytes(path, { cache: "reload", signal }));
    if (check(content)) return content;
    throw new StaleError();
  }

  async bytes(path, how) {
    const response = await this.response(path, how).catch(() => {
      throw new SearchError(OFFLINE);
    });
    if (response.status === 404) throw new StaleError();
    if (!response.ok) throw new SearchError(OFFLINE);
    try {
      return await gunzip(new Uint8Array(await response.arrayBuffer()));
    } catch {
      throw new SearchError(OFFLINE); // cut short on its way
    }
  }

  // What the browser kept from before the manifest was published is asked for again.
  async response(path, how) {
    const url = new URL(path, this.base);
    const response = await this.fetch(url, how);
    if (path === MANIFEST) this.published = Date.parse(response.headers.get("last-modified"));
    const isOld = how.cache === "default" && sent(response.headers) <= this.published;
    return isOld ? this.fetch(url, { ...how, cache: "no-cache" }) : response;
  }
}

const sent = (headers) => Date.parse(headers.get("date")) - 1000 * (headers.get("age") || 0);

// A server that unpacks by itself (Content-Encoding) hands over plain bytes: left as they are.
export async function gunzip(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  if (typeof DecompressionStream === "undefined") {
    const { inflate } = await import("./inflate.js");
    return inflate(bytes);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const utf8 = new TextDecoder();
export const text = (bytes) => utf8.decode(bytes);
export const json = (bytes) => JSON.parse(text(bytes));

// {epoch, lists: head word → item → {documents, postings}}; see encode_shard in shard.py.
export function decodeShard(bytes) {
  let at = 4;
  const varint = () => { // see postings.py
    const first = bytes[at++];
    if (first < 208) return first;
    const [more, base, least] = first < 248 ? [1, 208, 208] : first < 255 ? [2, 248, 10448] : [4, 255, 0];
    let value = first - base;
    for (let i = 0; i < more; i++) value = value * 256 + bytes[at++];
    return value + least;
  };
  const list = () => {
    const size = varint();
    const postings = new Array(size >> 1);
    const documents = size & 1 ? varint() : postings.length;
    for (let i = 0, last = 0; i < postings.length; i++) {
      postings[i] = last + varint();
      last = postings[i] - (postings[i] & 3);
    }
    return { documents, postings };
  };
  const epoch = [...bytes.subarray(0, 4)].map((b) => b.toString(16).padStart(2, "0")).join("");
  const length = varint();
  const lines = text(bytes.subarray(at, at + length)).split("\n");
  at += length;
  const lists = new Map();
  for (const line of length ? lines : []) {
    const [head, ...items] = line.split(" ");
    lists.set(head, new Map(items.map((item) => [item, list()])));
  }
  return { epoch, lists };
}

// CRC-32 of the UTF-8, which decides on a key's shard.
export function hash(key) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(key)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
