// Of a few measurements.

const sorted = (values) => [...values].sort((one, other) => one - other);

/** The value below which `share` of `values` are. */
export const quantile = (values, share) => {
  const all = sorted(values);
  const place = (all.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, all.length - 1);
  return all[below] + (all[above] - all[below]) * (place - below);
};

export const median = (values) => quantile(values, 0.5);

/** The median of `values` and the interval in which nine in ten medians of resamples are. */
export const spread = (values) => {
  let seed = 1;
  const below = (limit) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const medians = Array.from({ length: 1_000 }, () => median(values.map(() => values[below(values.length)])));
  return { median: median(values), low: quantile(medians, 0.05), high: quantile(medians, 0.95) };
};
