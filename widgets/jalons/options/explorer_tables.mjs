// The tables of jalons.options.offline, as they travel: JSON, compressed with gzip.

/** @param {Uint8Array} bytes */
export async function unpackedTables(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** The bytes that a text in base 64 stands for. */
export const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
