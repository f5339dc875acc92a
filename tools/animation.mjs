// A moving picture (WebP) from screenshots, by the browser that took them: it encodes what has changed from one picture to the next,
// without loss, and what is here only puts those pieces into one file. https://developers.google.com/speed/webp/docs/riff_container

const little = (bytes) => (value) => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};
const [u16, u24, u32] = [2, 3, 4].map(little);

function chunk(name, ...parts) {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(name, 'latin1'), u32(body.length), body, Buffer.alloc(body.length % 2)]);
}

/** The picture itself inside a WebP file of one picture: its chunks after the header, without what is about the file as a whole. */
function pictureIn(webp) {
  const parts = [];
  for (let at = 12; at < webp.length;) {
    const length = webp.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (/^(VP8 |VP8L|ALPH)$/.test(webp.toString('latin1', at, at + 4))) parts.push(webp.subarray(at, next));
    at = next;
  }
  return Buffer.concat(parts);
}

/** Runs in the page: what differs from the picture before, as a WebP of its own. Corners lie on even numbers, as the format wants. */
async function changes(frames) {
  const found = [];
  let before;
  for (const { base64, milliseconds } of frames) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    let [left, top, right, bottom] = before ? [width, height, -1, -1] : [0, 0, width - 1, height - 1];
    for (let i = 0; before && i < pixels.length; i++) {
      if (pixels[i] === before[i]) continue;
      const x = i % width;
      const y = (i - x) / width;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
    before = pixels;
    if (right < 0) {
      found.at(-1).milliseconds += milliseconds;
      continue;
    }
    left -= left % 2;
    top -= top % 2;
    const piece = new OffscreenCanvas(right - left + 1, bottom - top + 1);
    piece.getContext('2d').drawImage(bitmap, -left, -top);
    const blob = await piece.convertToBlob({ type: 'image/webp', quality: 1 }); // 1 is without loss
    const url = await new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.readAsDataURL(blob);
    });
    const webp = url.slice(url.indexOf(',') + 1);
    found.push({ left, top, width: piece.width, height: piece.height, milliseconds, webp, of: [width, height] });
  }
  return found;
}

/**
 * @param {import('@playwright/test').Page} page any page; nothing on it changes
 * @param {{png: Buffer, milliseconds: number}[]} frames all of one size
 * @param {number} times how often it is shown before it stops at its end; 0 is for ever
 * @returns {Promise<Buffer>}
 */
export async function animation(page, frames, times = 3) {
  const pieces = await page.evaluate(
    changes,
    frames.map(({ png, milliseconds }) => ({ base64: png.toString('base64'), milliseconds })),
  );
  const [width, height] = pieces[0].of;
  const NO_BLENDING = 2;
  const shown = pieces.map((piece) =>
    chunk(
      'ANMF',
      u24(piece.left / 2),
      u24(piece.top / 2),
      u24(piece.width - 1),
      u24(piece.height - 1),
      u24(piece.milliseconds),
      Buffer.from([NO_BLENDING]),
      pictureIn(Buffer.from(piece.webp, 'base64')),
    ),
  );
  const ANIMATED = 2;
  const header = chunk('VP8X', Buffer.from([ANIMATED, 0, 0, 0]), u24(width - 1), u24(height - 1));
  const background = Buffer.from([255, 255, 255, 255]);
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), header, chunk('ANIM', background, u16(times)), ...shown]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), u32(body.length), body]);
}
