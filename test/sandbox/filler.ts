import { Readable } from 'node:stream';

const CHUNK = Buffer.alloc(64 * 1024, 'x');
const START = '{"filler":"';
const END = '"}';

/** Valid JSON of exactly `bytes` bytes, made chunk by chunk as the reader asks for more. */
export function filler(bytes: number): Readable {
  return Readable.from(chunks(bytes), { objectMode: false });
}

function* chunks(bytes: number): Generator<Buffer> {
  yield Buffer.from(START);
  let left = bytes - START.length - END.length;
  for (; left > CHUNK.length; left -= CHUNK.length) yield CHUNK;
  yield CHUNK.subarray(0, left);
  yield Buffer.from(END);
}
