// Results in their order while their texts are still on the way.

// awaited: [{most: the score that a result can have at most, item: a promise of it}]; certain(items): called
// with the first ones, as far as no text that is still on its way can come before them.
export async function inOrder(awaited, certain) {
  const left = new Map(awaited.map(({ most }, place) => [place, most]));
  const arrived = [];
  const sorted = () => arrived.sort((a, b) => b.item.score - a.item.score || a.place - b.place).map(({ item }) => item);
  await Promise.all(awaited.map(async ({ item }, place) => {
    arrived.push({ item: await item, place });
    left.delete(place);
    const most = Math.max(...left.values());
    const first = sorted().filter(({ score }) => score > most);
    if (left.size && first.length) certain(first);
  }));
  return sorted();
}
