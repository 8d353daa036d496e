// Somme de contrôle CRC-32 du format zip, quatre octets à la fois.

let tables: Uint32Array[] | undefined;

const construis = (): Uint32Array[] => {
  const simple = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    simple[n] = c;
  }
  const suite = [simple];
  for (let rang = 1; rang < 4; rang++) suite.push(suite[rang - 1]!.map((c) => simple[c & 255]! ^ (c >>> 8)));
  return suite;
};

export const crc32 = (octets: Uint8Array): number => {
  const [t0, t1, t2, t3] = (tables ??= construis()) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const quatre = octets.length - (octets.length % 4);
  let c = -1;
  let i = 0;
  for (; i < quatre; i += 4) {
    c ^= octets[i]! | (octets[i + 1]! << 8) | (octets[i + 2]! << 16) | (octets[i + 3]! << 24);
    c = t3[c & 255]! ^ t2[(c >>> 8) & 255]! ^ t1[(c >>> 16) & 255]! ^ t0[c >>> 24]!;
  }
  for (; i < octets.length; i++) c = t0[(c ^ octets[i]!) & 255]! ^ (c >>> 8);
  return (c ^ -1) >>> 0;
};
