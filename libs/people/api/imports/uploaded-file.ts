import { z } from 'zod';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { LIMITS } from '@waymark/people/domain/csv';

/** A file as it crosses the wire: its bytes in base64, so that the server and not the browser finds out the encoding. */
export const UploadedFile = {
  fileName: z.string().trim().min(1, 'Choose a file').max(255),
  content: z
    .string('Choose a file')
    .min(1, 'The file is empty')
    .max(Math.ceil((LIMITS.bytes * 4) / 3) + 4, 'The file is larger than 5 MB. Split it into smaller files'),
};

/** The bytes of a file, in memory of their own that can be handed to a thread. */
export const bytesOf = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(content, 'base64'));

/**
 * What was read of a file.
 * @throws Malformed at `/content` with a sentence when it could not be.
 */
export function ofFile<Read extends object>(read: Read | { refused: string }): Read {
  if ('refused' in read) throw Malformed.at('/content', read.refused);
  return read;
}
