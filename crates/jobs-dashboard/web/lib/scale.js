// Round numbers for the axis of a picture.

/**
 * From 0 in equal steps of 1, 2 or 5 times a power of ten, until `most` is reached.
 * @param {number} most
 * @param {number} [count] about how many steps
 * @param {number} [least] the smallest step, such as 1 for what is counted
 */
export function ticks(most, count = 4, least = 0) {
  const rough = Math.max((most || 1) / count, least, Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999) ?? rough;
  const steps = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, place) => Number((place * step).toPrecision(6)));
}
