/** What we use of it; it brings no types along. */
declare module "upng-js" {
  type Image = { readonly width: number; readonly height: number };
  const UPNG: {
    decode(png: ArrayBuffer): Image;
    toRGBA8(image: Image): ArrayBuffer[];
    /** @param colours of the palette; 0: as they are */
    encode(frames: ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer;
  };
  export default UPNG;
}
