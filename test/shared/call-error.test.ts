import vm from 'node:vm';
import {
  CallError,
  errorCodes,
  explainCall,
  explainQuestion,
  isCallError,
  type CallErrorFacts,
} from '../../shared/call-error';

const facts: CallErrorFacts = { code: 'rejected', outcome: 'not-placed', howToFix: 'Fix it.' };

describe('a CallError', () => {
  it('has null, not undefined, for what is not known', () => {
    const { field, reason, httpStatus, retryAfterMs, detail } = new CallError('It failed.', facts);
    expect([field, reason, httpStatus, retryAfterMs, detail]).toEqual([null, null, null, null, null]);
  });

  it('carries every fact that it was given', () => {
    const all = { ...facts, field: 'to', reason: 'empty', httpStatus: 400, retryAfterMs: 0, detail: '' };
    expect(new CallError('It failed.', all)).toMatchObject({
      ...all,
      message: 'It failed.',
      name: 'CallError',
    });
  });
});

describe('the guard', () => {
  it.each(errorCodes)('knows %s', (code) => {
    expect(isCallError(new CallError('It failed.', { ...facts, code }))).toBe(true);
  });

  it('knows an error of another bundle, which is no instance of this class', () => {
    class Twin extends Error {
      override readonly name = 'CallError';
      readonly code = 'rejected';
    }
    expect(new Twin('It failed.')).not.toBeInstanceOf(CallError);
    expect(isCallError(new Twin('It failed.'))).toBe(true);
  });

  it.each([
    ['an ordinary error', new Error('CallError')],
    ['an error with a code', Object.assign(new Error('x'), { code: 'rejected' })],
    ['a code that is none of ours', Object.assign(new Error('x'), { name: 'CallError', code: 'ECONNRESET' })],
    ['no code', Object.assign(new Error('x'), { name: 'CallError' })],
    ['an object that looks like one', { name: 'CallError', code: 'rejected', message: 'x' }],
    [
      'an object of another realm',
      vm.runInNewContext('({ name: "CallError", code: "rejected" })') as unknown,
    ],
    ['nothing', undefined],
    ['null', null],
    ['text', 'CallError'],
  ])('does not take %s for one', (_name, value) => {
    expect(isCallError(value)).toBe(false);
  });
});

describe('the explanation', () => {
  it('says that no call was placed, where that is certain', () => {
    expect(explainCall(new CallError('It failed.', facts))).toEqual({
      what: 'It failed. No call was placed.',
      fix: 'Fix it.',
    });
  });

  it('does not say so where the outcome is unknown', () => {
    const error = new CallError('The phone may have rung.', { ...facts, outcome: 'unknown' });
    expect(explainCall(error).what).toBe('The phone may have rung.');
  });

  it('says nothing about calls where none was asked for', () => {
    expect(explainQuestion(new CallError('It failed.', facts))).toEqual({
      what: 'It failed.',
      fix: 'Fix it.',
    });
  });

  it('quotes the server with its status before it tells what to do', () => {
    const error = new CallError('It failed.', { ...facts, httpStatus: 422, detail: 'to is wrong' });
    expect(explainCall(error).fix).toBe('Voiceflow’s answer (HTTP 422): “to is wrong”. Fix it.');
  });

  it.each([
    ['to is wrong.', 'to is wrong'],
    ['Wrong. Try again.', 'Wrong. Try again'],
    ['and so on...', 'and so on...'],
    ['really?', 'really?'],
  ])('ends its sentence once after %p', (detail, quoted) => {
    const error = new CallError('It failed.', { ...facts, detail });
    expect(explainCall(error).fix).toBe(`Voiceflow’s answer: “${quoted}”. Fix it.`);
    expect(error.detail).toBe(detail);
  });

  it('quotes the server without a status, and shows no status without words', () => {
    const quote = explainCall(new CallError('It failed.', { ...facts, detail: 'busy' }));
    const silent = explainCall(new CallError('It failed.', { ...facts, httpStatus: 500 }));
    expect(quote.fix).toBe('Voiceflow’s answer: “busy”. Fix it.');
    expect(silent.fix).toBe('Fix it.');
  });
});
