import UPNG from "upng-js";

/** Of a palette, most first. Text with its soft edges and a few hues need some dozens; the longest message gets along with fewer. */
const COLOURS = [256, 96, 48, 28, 18, 12] as const;

/** The same picture with a palette of its own, which a page of text hardly shows and which weighs a third: the largest that fits. */
export function shrunkPng(png: Buffer, mostBytes: number): Buffer {
  const image = UPNG.decode(Uint8Array.from(png).buffer);
  const frames = UPNG.toRGBA8(image);
  let shrunk = png;
  for (const colours of COLOURS) {
    shrunk = Buffer.from(UPNG.encode(frames, image.width, image.height, colours));
    if (shrunk.length <= mostBytes) break;
  }
  return shrunk;
}
