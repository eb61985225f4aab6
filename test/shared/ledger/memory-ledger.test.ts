import { CallError, layeredLedger, memoryLedger, type CallResult, type Ledger } from '../../../shared';

const at = '2026-11-23T10:20:00.000Z';
const result = { id: 'call_1', status: 'accepted', requestedAt: at } as CallResult;
const seen = new CallError('Silence.', { code: 'outcome-unknown', outcome: 'unknown', howToFix: 'Look.' });

describe('the memory of one run', () => {
  const ledger = (): Ledger => memoryLedger(new Map());

  it('claims a key once', async () => {
    const memory = ledger();
    expect(await memory.claim('key')).toEqual({ state: 'new' });
    expect(await memory.claim('key')).toEqual({ state: 'unknown', at: null, error: null });
    expect(await memory.claim('another')).toEqual({ state: 'new' });
  });

  it('gives back the result of an accepted call', async () => {
    const memory = ledger();
    await memory.claim('key');
    await memory.accept('key', result);
    expect(await memory.claim('key')).toEqual({ state: 'accepted', at, result });
  });

  it('gives back what was seen of an unknown outcome', async () => {
    const memory = ledger();
    await memory.claim('key');
    await memory.unknown('key', seen);
    expect(await memory.claim('key')).toEqual({ state: 'unknown', at: null, error: seen });
  });

  it('forgets a call that was not placed', async () => {
    const memory = ledger();
    await memory.claim('key');
    await memory.clear('key');
    expect(await memory.claim('key')).toEqual({ state: 'new' });
  });

  it('needs no time of a result that has none', async () => {
    const memory = ledger();
    await memory.accept('key', { ...result, requestedAt: null });
    expect(await memory.claim('key')).toMatchObject({ state: 'accepted', at: '' });
  });
});

describe('two ledgers as one', () => {
  const near = (): Ledger => memoryLedger(new Map());

  it('asks the far one only for what the near one does not know', async () => {
    const far = memoryLedger(new Map());
    const claim = jest.spyOn(far, 'claim');
    const both = layeredLedger(near(), far);
    await both.claim('key');
    await both.accept('key', result);
    expect(await both.claim('key')).toMatchObject({ state: 'accepted', result });
    expect(claim).toHaveBeenCalledTimes(1);
  });

  it('tells both of an acceptance, of an unknown outcome, and of a call that was not placed', async () => {
    const far = memoryLedger(new Map());
    const both = layeredLedger(near(), far);
    for (const key of ['accepted', 'unknown', 'cleared']) await both.claim(key);
    await both.accept('accepted', result);
    await both.unknown('unknown', seen);
    await both.clear('cleared');
    // A later run sees the far one only.
    const later = layeredLedger(near(), far);
    expect(await later.claim('accepted')).toMatchObject({ state: 'accepted' });
    expect(await later.claim('unknown')).toMatchObject({ state: 'unknown', error: seen });
    expect(await later.claim('cleared')).toEqual({ state: 'new' });
    expect(await both.claim('unknown')).toMatchObject({ state: 'unknown', error: seen });
  });

  it('keeps no intent of its own for what the far one knows', async () => {
    const far = memoryLedger(new Map([['key', result]]));
    const both = layeredLedger(near(), far);
    expect(await both.claim('key')).toMatchObject({ state: 'accepted' });
    expect(await both.claim('key')).toMatchObject({ state: 'accepted' });
  });

  it('keeps its intent where the far one has lost the mark', async () => {
    const memory = near();
    await layeredLedger(memory, memoryLedger(new Map())).claim('key');
    const later = layeredLedger(memory, memoryLedger(new Map()));
    expect(await later.claim('key')).toMatchObject({ state: 'unknown' });
  });

  it('remembers nothing by itself if the near one does not', () => {
    const { claim, accept, unknown, clear } = near();
    expect(layeredLedger({ claim, accept, unknown, clear }, near()).recall?.('key')).toBeNull();
  });

  it('keeps no intent where the far one fails, since nothing leaves then', async () => {
    const far = memoryLedger(new Map());
    jest.spyOn(far, 'claim').mockRejectedValueOnce(new Error('down'));
    const both = layeredLedger(near(), far);
    await expect(both.claim('key')).rejects.toThrow('down');
    expect(await both.claim('key')).toEqual({ state: 'new' });
  });
});
