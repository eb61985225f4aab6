import { expired, type Deadline } from './deadline';
import type { HttpResponse } from './http-client';

/**
 * Reads at most `limit` bytes of a body as text. A body that breaks, stalls or goes on too long gives what had
 * come until then: the status line has already told what matters. Bytes that are no UTF-8 become U+FFFD.
 */
export async function readBody(
  response: HttpResponse,
  race: Deadline['race'],
  limit: number,
): Promise<{ text: string; complete: boolean }> {
  const decoder = new TextDecoder();
  const chunks = response.body[Symbol.asyncIterator]();
  let text = '';
  let length = 0;
  try {
    for (;;) {
      const next = await race(chunks.next());
      if (next === expired) break;
      if (next.done === true) return { text: text + decoder.decode(), complete: true };
      const chunk = next.value.subarray(0, limit - length);
      text += decoder.decode(chunk, { stream: true });
      length += chunk.length;
      if (chunk.length < next.value.length) break;
    }
  } catch {
    // The connection broke: what came is all there is.
  }
  response.cancel();
  return { text, complete: false };
}
