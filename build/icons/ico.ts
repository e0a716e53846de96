/** One size of an icon: square. */
export type IconImage = { readonly sizePx: number; readonly png: Buffer };

const headerBytes = 6;
const entryBytes = 16;

/**
 * The bytes of a Windows icon (`.ico`) whose images are PNG files, as Windows reads them since
 * Vista: a header, one entry for each image, then the images.
 */
export function iconFile(images: readonly IconImage[]): Buffer {
  const directory = Buffer.alloc(headerBytes + entryBytes * images.length);
  directory.writeUInt16LE(1, 2); // 1 is an icon, 2 a cursor.
  directory.writeUInt16LE(images.length, 4);
  let imageOffset = directory.length;
  images.forEach(({ sizePx, png }, index) => {
    const entry = headerBytes + entryBytes * index;
    // A byte cannot say 256: there 0 stands for it.
    directory.writeUInt8(sizePx % 256, entry);
    directory.writeUInt8(sizePx % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4); // Colour planes.
    directory.writeUInt16LE(32, entry + 6); // Bits per pixel.
    directory.writeUInt32LE(png.length, entry + 8);
    directory.writeUInt32LE(imageOffset, entry + 12);
    imageOffset += png.length;
  });
  return Buffer.concat([directory, ...images.map(({ png }) => png)]);
}
