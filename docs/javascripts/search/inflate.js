// Unpacks gzip where the browser has no DecompressionStream (phones from before 2023).

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

// bytes: a gzip file of one member without optional header fields, as shard.py writes it.
export function inflate(bytes) {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  const out = new Uint8Array(size);
  const input = new Bits(bytes, 10);
  let at = 0, last;
  do {
    last = input.take(1);
    const kind = input.take(2);
    if (kind === 0) at = input.copy(out, at);
    else at = block(input, out, at, ...(kind === 1 ? fixedCodes() : readCodes(input)));
  } while (!last);
  if (at !== size) throw new RangeError("gzip");
  return out;
}

class Bits {
  constructor(bytes, at) {
    Object.assign(this, { bytes, at, held: 0, count: 0 });
  }

  take(count) {
    while (this.count < count) {
      if (this.at >= this.bytes.length) throw new RangeError("gzip");
      this.held |= this.bytes[this.at++] << this.count;
      this.count += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.count -= count;
    return value;
  }

  // A symbol of a canonical Huffman code: counts of codes by length, symbols in their order.
  symbol({ counts, symbols }) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length < 16; length++) {
      code |= this.take(1);
      const count = counts[length];
      if (code - count < first) return symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError("gzip");
  }

  copy(out, at) {
    this.at -= this.count >> 3;
    this.held = this.count = 0;
    const length = this.bytes[this.at] | (this.bytes[this.at + 1] << 8);
    out.set(this.bytes.subarray(this.at + 4, this.at + 4 + length), at);
    this.at += 4 + length;
    return at + length;
  }
}

function block(input, out, at, literals, distances) {
  for (;;) {
    const symbol = input.symbol(literals);
    if (symbol === 256) return at;
    if (symbol < 256) {
      out[at++] = symbol;
      continue;
    }
    const length = LENGTHS[symbol - 257] + input.take(LENGTH_BITS[symbol - 257]);
    const code = input.symbol(distances);
    const extra = code < 2 ? 0 : (code >> 1) - 1;
    const distance = (code < 2 ? code : (2 + (code & 1)) << extra) + 1 + input.take(extra);
    if (distance > at) throw new RangeError("gzip");
    for (let i = 0; i < length; i++, at++) out[at] = out[at - distance];
  }
}

function codesOf(lengths) {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol]);
  return { counts, symbols: symbols.sort((a, b) => lengths[a] - lengths[b] || a - b) };
}

function fixedCodes() {
  const lengths = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
  return [codesOf(lengths), codesOf(new Array(30).fill(5))];
}

function readCodes(input) {
  const literals = input.take(5) + 257, distances = input.take(5) + 1, count = input.take(4) + 4;
  const short = new Array(19).fill(0);
  for (let i = 0; i < count; i++) short[ORDER[i]] = input.take(3);
  const code = codesOf(short);
  const lengths = [];
  while (lengths.length < literals + distances) {
    const symbol = input.symbol(code);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...new Array(3 + input.take(2)).fill(lengths[lengths.length - 1]));
    else lengths.push(...new Array(symbol === 17 ? 3 + input.take(3) : 11 + input.take(7)).fill(0));
  }
  return [codesOf(lengths.slice(0, literals)), codesOf(lengths.slice(literals))];
}
