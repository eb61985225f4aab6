import fc from 'fast-check';
import { serverWords as wordsOf, tryJson } from '../../../shared/http/server-words';
import { errorBody } from '../../sandbox';
import { anyText } from '../any-text';

const json = 'application/json';

const serverWords = (text: string, contentType: string): string | null =>
  wordsOf(text, contentType, (words) => words);

describe('the server’s words', () => {
  it.each([
    ['Voiceflow’s form', errorBody(400, 'to is wrong'), 'to is wrong'],
    ['code, status, data', '{"code":1,"status":"FAILED","data":{"message":"no line"}}', 'no line'],
    ['code, status, text', '{"code":1,"status":"FAILED","data":"no line"}', 'no line'],
    ['status only', '{"code":1,"status":"FAILED","data":null}', 'FAILED'],
    ['verror', '{"name":"verror","message":"no such agent","requestID":"x"}', 'no such agent'],
    ['error as text', '{"error":"bad key"}', 'bad key'],
    ['error as an object', '{"error":{"message":"bad key"}}', 'bad key'],
    ['details', '{"statusCode":400,"details":{"message":"bad field"}}', 'bad field'],
    ['cause', '{"statusCode":400,"cause":"bad field"}', 'bad field'],
    ['status text', '{"statusCode":400,"statusText":"Bad Request"}', 'Bad Request'],
    ['an empty message', '{"message":" ","statusText":"Bad Request"}', 'Bad Request'],
    ['a JSON text', '"bad key"', 'bad key'],
  ])('in %s', (_name, text, expected) => {
    expect(serverWords(text, json)).toBe(expected);
  });

  it('as plain text, of whatever type', () => {
    expect(serverWords('Bad Gateway\n', 'text/plain')).toBe('Bad Gateway');
    expect(serverWords('half {"mess', json)).toBe('half {"mess');
    expect(serverWords('Bad Gateway', '')).toBe('Bad Gateway');
  });

  it.each([
    ['nothing', '', json],
    ['blanks', ' \r\n\t', 'text/plain'],
    ['control characters', '\u0000\u0001\u007f', 'text/plain'],
    ['a page', '<!DOCTYPE html><html>…</html>', ''],
    ['a page after blanks', '\n  <html>', json],
    ['a page that does not look like one', 'Bad Gateway', 'text/html; charset=utf-8'],
    ['a page in capitals', 'Bad Gateway', 'TEXT/HTML'],
    ['null', 'null', json],
    ['a number', '500', json],
    ['a list without words', '[1]', json],
    ['an object that says nothing', '{"statusCode":500,"message":5}', json],
    ['words that are buried', '{"data":{"data":{"data":{"data":"deep"}}}}', json],
  ])('are none in %s', (_name, text, contentType) => {
    expect(serverWords(text, contentType)).toBeNull();
  });

  it('are cut after 300 characters', () => {
    expect(serverWords('x'.repeat(300), '')).toBe('x'.repeat(300));
    expect(serverWords('x'.repeat(301), '')).toBe(`${'x'.repeat(300)}…`);
    expect(serverWords(JSON.stringify({ message: 'x'.repeat(5000) }), json)).toBe(`${'x'.repeat(300)}…`);
  });

  it('are read out of a list', () => {
    expect(serverWords('{"message":["to is wrong","variables too"]}', json)).toBe(
      'to is wrong; variables too',
    );
  });

  it('are hidden after decoding and before they are cut', () => {
    const hide = (words: string): string => words.replaceAll('a/b', '[hidden]');
    expect(wordsOf('{"message":"key a\\/b"}', json, hide)).toBe('key [hidden]');
    expect(wordsOf(`${'x'.repeat(299)}a/b`, '', hide)).toBe(`${'x'.repeat(299)}[…`);
  });

  it('are one line of at most 301 characters, whatever the server sends', () => {
    const any = anyText({ maxLength: 1000 });
    const texts = fc.oneof(
      any,
      any.map((message) => JSON.stringify({ message })),
      fc.json(),
      fc.constant('word\n'.repeat(500)),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(json, 'text/plain', ''), (text, contentType) => {
        const words = serverWords(text, contentType);
        if (words === null) return;
        expect(words.length).toBeGreaterThan(0);
        expect([...words].length).toBeLessThanOrEqual(301);
        expect(words).not.toMatch(/[\p{Cc}\u2028\u2029]|^\s/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('JSON of a text', () => {
  it('is its value, or undefined', () => {
    expect(tryJson('{"a":[1]}')).toEqual({ a: [1] });
    expect(tryJson('null')).toBeNull();
    expect(tryJson('')).toBeUndefined();
    expect(tryJson('{"a":')).toBeUndefined();
  });
});
