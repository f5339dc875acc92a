import type { Problem } from '@waymark/shared/ui/problem';

/** As large as the API takes; said at once here instead of after sending it. */
const MOST_BYTES = 5 * 1024 * 1024;
/** A multiple of three, so that the pieces of base64 can be put together. */
const PIECE = 3 * 8192;

/** A chosen file as the API takes it, or why it cannot be sent. The server finds out the encoding, so the bytes go as they are. */
export async function contentOf(file: File | null): Promise<{ fileName: string; content: string } | Problem> {
  if (!file) return unfit('Choose a file');
  if (file.size > MOST_BYTES) return unfit('The file is larger than 5 MB. Split it into smaller files');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Moved, renamed or saved again since it was chosen.
    return unfit('The file has changed since you chose it. Choose it again');
  }
  return { fileName: file.name, content: base64Of(bytes) };
}

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return text;
}

const unfit = (detail: string): Problem => ({
  title: 'There is a problem',
  errors: [{ code: 'file', pointer: '/content', detail }],
});
