
/**
 * Takes an LZMA stream apart that has no header: four bits of literal context, none of position (lzma.rs writes it).
 * The layout of the models follows the LZMA specification in the LZMA SDK; numbers are kept to 32 bits with a sign,
 * which is what engines calculate with fastest.
 */
function unlzma(input, length) {
  const CONTEXT = 4;
  const REP = 12;
  const REP0 = 24;
  const REP1 = 36;
  const REP2 = 48;
  const LONG = 60;
  const SLOT = 72;
  const ALIGN = 328;
  const NEAR = 344;
  const LENGTH = 472;
  const REP_LENGTH = 746;
  const TOP = -1 << 24;
  const SIGN = 1 << 31;
  const output = new Uint8Array(length);
  const models = new Uint16Array(1020).fill(1024);
  const literals = new Uint16Array(0x300 << CONTEXT).fill(1024);
  let range = -1;
  let code = 0;
  let at = 1;
  while (at < 5) code = code << 8 | input[at++];

  const refill = () => {
    if (!(range & TOP)) {
      range <<= 8;
      code = code << 8 | input[at++];
    }
  };
  const bit = (models, i) => {
    const chance = models[i];
    const bound = Math.imul(range >>> 11, chance);
    const one = (code ^ SIGN) >= (bound ^ SIGN) ? 1 : 0;
    if (one) {
      range = range - bound | 0;
      code = code - bound | 0;
      models[i] = chance - (chance >> 5);
    } else {
      range = bound;
      models[i] = chance + (2048 - chance >> 5);
    }
    refill();
    return one;
  };
  const tree = (base, bits) => {
    let path = 1;
    for (let i = 0; i < bits; i++) path = path << 1 | bit(models, base + path);
    return path - (1 << bits);
  };
  const backwards = (base, bits) => {
    let path = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(models, base + path);
      path = path << 1 | one;
      value |= one << i;
    }
    return value;
  };
  const even = (bits) => {
    let value = 0;
    for (; bits; bits--) {
      range >>>= 1;
      const one = (code ^ SIGN) >= (range ^ SIGN) ? 1 : 0;
      if (one) code = code - range | 0;
      value = value << 1 | one;
      refill();
    }
    return value;
  };
  const run = (base) => {
    if (!bit(models, base)) return 2 + tree(base + 2, 3);
    return bit(models, base + 1) ? 18 + tree(base + 18, 8) : 10 + tree(base + 10, 3);
  };
  const distance = (run) => {
    const slot = tree(SLOT + 64 * Math.min(run - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | slot & 1) << bits;
    if (slot < 14) return base + backwards(NEAR + base - slot - 1, bits);
    return base + (even(bits - 4) << 4) + backwards(ALIGN, 4);
  };
  const literal = (expected, base) => {
    let path = 1;
    while (expected >= 0 && path < 256) {
      const guess = expected >> 7 & 1;
      expected <<= 1;
      const one = bit(literals, base + (1 + guess << 8) + path);
      path = path << 1 | one;
      if (one !== guess) break;
    }
    while (path < 256) path = path << 1 | bit(literals, base + path);
    return path;
  };

  let state = 0;
  let done = 0;
  const past = [0, 0, 0, 0];
  while (done < length) {
    if (!bit(models, state)) {
      const expected = state > 6 ? output[done - past[0] - 1] : -1;
      const last = done ? output[done - 1] : 0;
      output[done++] = literal(expected, 0x300 * (last >> 8 - CONTEXT));
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    const early = state < 7;
    let left;
    if (!bit(models, REP + state)) {
      left = run(LENGTH);
      past.unshift(distance(left));
      past.pop();
      state = early ? 7 : 10;
    } else {
      const far = bit(models, REP0 + state);
      const one = !far && !bit(models, LONG + state);
      const place = far && 1 + bit(models, REP1 + state);
      past.unshift(...past.splice(place > 1 ? 2 + bit(models, REP2 + state) : place, 1));
      left = one ? 1 : run(REP_LENGTH);
      state = early ? one ? 9 : 8 : 11;
    }
    for (; left; left--, done++) output[done] = output[done - past[0] - 1];
  }
  return output;
}
