// Order by whole numbers: a radix sort of places, three passes of eleven bits, and one for few groups.

const BITS = 11;
const SIZE = 1 << BITS;

/**
 * Sorts `order`, places in `keys`, by those keys, and before that by `groups`, where there are any; equal ones stay as
 * they are. `spare` is at least as long as `order`.
 */
export const sort = (order, keys, spare, descending = false, groups = null) => {
  const counts = new Uint32Array(3 * SIZE);
  const count = order.length;
  const flip = descending ? 0xffff_ffff : 0;
  for (let place = 0; place < count; place += 1) {
    const key = keys[order[place]] ^ flip;
    counts[key & (SIZE - 1)] += 1;
    counts[SIZE + ((key >>> BITS) & (SIZE - 1))] += 1;
    counts[2 * SIZE + (key >>> (2 * BITS))] += 1;
  }
  let from = order;
  let to = spare;
  for (let pass = 0; pass < 3; pass += 1) {
    const base = pass * SIZE;
    const shift = pass * BITS;
    let sum = 0;
    for (let bucket = base; bucket < base + SIZE; bucket += 1) {
      const held = counts[bucket];
      counts[bucket] = sum;
      sum += held;
    }
    for (let place = 0; place < count; place += 1) {
      const ticket = from[place];
      const bucket = base + (((keys[ticket] ^ flip) >>> shift) & (SIZE - 1));
      to[counts[bucket]] = ticket;
      counts[bucket] += 1;
    }
    [from, to] = [to, from];
  }
  if (groups) {
    const places = new Uint32Array(256);
    for (let place = 0; place < count; place += 1) places[groups[order[place]] ^ (flip & 255)] += 1;
    for (let group = 0, sum = 0; group < 256; group += 1) [places[group], sum] = [sum, sum + places[group]];
    for (let place = 0; place < count; place += 1) {
      const group = groups[from[place]] ^ (flip & 255);
      to[places[group]] = from[place];
      places[group] += 1;
    }
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from.subarray(0, count));
};
