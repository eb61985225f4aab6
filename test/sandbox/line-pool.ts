/** The phone lines that all calls share. A call holds one for `callMs`, by time stamp: there are no timers. */
export class LinePool {
  peak = 0;
  private starts: number[] = [];

  constructor(
    private readonly lines: number,
    private readonly callMs: number,
    private readonly now: () => number,
  ) {}

  hasFreeLine(): boolean {
    return this.busy() < this.lines;
  }

  /** A call begins. Even one of 0 ms holds a line at this moment. */
  take(): void {
    this.peak = Math.max(this.peak, this.busy() + 1);
    this.starts.push(this.now());
  }

  clear(): void {
    this.starts = [];
    this.peak = 0;
  }

  private busy(): number {
    const oldest = this.now() - this.callMs;
    this.starts = this.starts.filter((start) => start > oldest);
    return this.starts.length;
  }
}
