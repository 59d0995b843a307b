// From a day to a day. Numbers ascend with dates, but the index says of quarters alone where they
// begin; within one, a few of the documents are looked at.

const EVER = "0000-01-01";

// Those of the numbers (ascending) whose date lies from the one day to the other, both included.
// document(reader, number): what the index has of one.
export async function within({ from, to }, numbers, reader, document) {
  if (!from && !to) return numbers;
  const isBefore = (limit) => async (number) => (await document(reader, number)).date.slice(0, 10) < limit;
  const [start, end] = await Promise.all([
    place(numbers, span(reader.manifest, from || EVER), isBefore(from || EVER)), // pages have no date
    to ? place(numbers, span(reader.manifest, to), isBefore(`${to}~`)) : numbers.length,
  ]);
  return numbers.slice(start, end);
}

// The numbers among which the first one of a day is: [start, end], those of its quarter.
function span({ quarters, size }, day) {
  const name = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const bounds = (later) => quarters.filter(([quarter]) => later(quarter)).map(([, number]) => number);
  const [start = size] = bounds((quarter) => quarter >= name);
  const [end = size] = bounds((quarter) => quarter > name);
  return [start, end];
}

// How many of the numbers come before, where all do below the start and none from the end on.
async function place(numbers, [start, end], isBefore) {
  let low = numbers.filter((number) => number < start).length;
  let high = numbers.filter((number) => number < end).length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (await isBefore(numbers[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
