import type { ServerResponse } from 'node:http';

/** Counts the requests that a client has open at one moment. */
export class OpenRequests {
  peak = 0;
  private open = 0;

  enter(response: ServerResponse): void {
    this.open += 1;
    this.peak = Math.max(this.peak, this.open);
    response.once('close', () => {
      this.open -= 1;
    });
  }

  clear(): void {
    this.peak = this.open;
  }
}
