import { Readable } from 'node:stream';
import fc from 'fast-check';
import { startDeadline, type Deadline } from '../../../shared/http/deadline';
import type { HttpResponse } from '../../../shared/http/http-client';
import { readBody } from '../../../shared/http/read-body';
import { HandClock } from './hand-clock';

const limit = 64 * 1024;
const waitForever: Deadline['race'] = (promise) => promise;

interface Watched extends HttpResponse {
  cancelled: number;
}

function responseOf(body: AsyncIterable<Uint8Array>): Watched {
  const response: Watched = {
    status: 200,
    header: () => undefined,
    body,
    cancelled: 0,
    cancel: () => void (response.cancelled += 1),
  };
  return response;
}

function streamOf(...chunks: ReadonlyArray<Uint8Array | string>): Watched {
  return responseOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
}

describe('a body', () => {
  it('comes in one piece, in many, or not at all', async () => {
    for (const [chunks, text] of [
      [['hello'], 'hello'],
      [['he', 'l', 'lo'], 'hello'],
      [[], ''],
      [['', ''], ''],
    ] as const) {
      const response = streamOf(...chunks);
      await expect(readBody(response, waitForever, limit)).resolves.toEqual({ text, complete: true });
      expect(response.cancelled).toBe(0);
    }
  });

  it('may be cut anywhere, also within a character', async () => {
    const cuts = fc.array(fc.nat({ max: 40 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme-composite', maxLength: 10 }),
        cuts,
        async (text, positions) => {
          const bytes = Buffer.from(text);
          const ends = [...positions, 0, bytes.length].sort((a, b) => a - b);
          const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
          const body = await readBody(streamOf(...chunks), waitForever, limit);
          // The byte order mark is not part of a text.
          expect(body).toEqual({ text: bytes.toString().replace(/^\ufeff/, ''), complete: true });
        },
      ),
    );
  });

  it('that is no UTF-8 does not fail', async () => {
    const body = await readBody(streamOf(Buffer.from([0x61, 0xff, 0xfe, 0xc3, 0x28])), waitForever, limit);
    expect(body).toEqual({ text: 'a\ufffd\ufffd\ufffd(', complete: true });
    const open = await readBody(streamOf(Buffer.from([0x61, 0xc3])), waitForever, limit);
    expect(open).toEqual({ text: 'a\ufffd', complete: true });
  });
});

describe('a body that goes on too long', () => {
  it('is read up to the limit, and the connection is ended', async () => {
    const response = streamOf('x'.repeat(limit - 1), 'yz', 'never read');
    const body = await readBody(response, waitForever, limit);
    expect(body).toEqual({ text: `${'x'.repeat(limit - 1)}y`, complete: false });
    expect(response.cancelled).toBe(1);
  });

  it('is complete if it ends exactly at the limit', async () => {
    const response = streamOf('x'.repeat(limit));
    await expect(readBody(response, waitForever, limit)).resolves.toMatchObject({ complete: true });
    expect(response.cancelled).toBe(0);
  });

  it('is never held in memory, even if it has no end', async () => {
    let chunks = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        chunks += 1;
        yield await Promise.resolve(Buffer.alloc(1024, 'x'));
      }
    }
    const body = await readBody(responseOf(endless()), waitForever, limit);
    expect(body.text).toHaveLength(limit);
    expect(body.complete).toBe(false);
    expect(chunks).toBe(limit / 1024 + 1);
  });
});

describe('a body that breaks', () => {
  it('gives what had come until then', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('half'));
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    }
    const response = responseOf(broken());
    await expect(readBody(response, waitForever, limit)).resolves.toEqual({ text: 'half', complete: false });
    expect(response.cancelled).toBe(1);
  });

  it('also where a real stream is destroyed', async () => {
    const stream = new Readable({ read: () => undefined });
    stream.push('half');
    const response = responseOf(stream);
    const reading = readBody(response, waitForever, limit);
    setImmediate(() => stream.destroy(new Error('reset')));
    await expect(reading).resolves.toEqual({ text: 'half', complete: false });
  });

  it('gives what had come when the deadline passes', async () => {
    const clock = new HandClock();
    const { race } = startDeadline(2000, clock.sleep);
    const stream = new Readable({ read: () => undefined });
    stream.push('half');
    const response = responseOf(stream);
    const reading = readBody(response, race, limit);
    setImmediate(() => clock.wakeAll());
    await expect(reading).resolves.toEqual({ text: 'half', complete: false });
    expect(response.cancelled).toBe(1);
    stream.destroy();
  });
});
