// What a search is narrowed to: a section, a campaign, a time. Read only where somebody chose one, or
// the order by views.

import { document, json, newest } from "./engine.js";
import { within } from "./days.js";

// Those of the numbers (ascending) that fit the filters (engine.js).
export async function left(reader, numbers, filters) {
  const isFitting = await test(reader, filters);
  return within(filters, numbers.filter(isFitting), reader, document);
}

async function test(reader, { section, campaign, year, quarter }) {
  const tests = [];
  for (const [name, slug] of Object.entries({ section, campaign })) {
    if (!slug) continue;
    const slugs = await column(reader, name);
    tests.push((number) => slugs.values(number) === slug);
  }
  if (year || quarter) {
    const { quarters, size } = reader.manifest;
    const starts = [...quarters.map(([, start]) => start), size];
    const spans = quarters.map(([name, start], i) => ({ name, start, end: starts[i + 1] }))
      .filter(({ name }) => (!year || name.startsWith(year)) && (!quarter || name.endsWith("Q" + quarter)));
    tests.push((number) => spans.some(({ start, end }) => number >= start && number < end));
  }
  return (number) => tests.every((isFitting) => isFitting(number));
}

export async function column(reader, name) {
  const { manifest } = reader;
  const { sealed, shards, epochs, head } = manifest;
  const old = shards.w ? await reader.read(`c/${name}.bin`, json, (c) => c.epoch === epochs.columns) : null;
  const value = ({ names, values }, place) => (names ? names[values[place]] : values[place]);
  return {
    values: (number) => (number < sealed ? value(old, number) : value(head[name], newest(manifest, number))),
  };
}
