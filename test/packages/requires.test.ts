import { missingIn, requiredBy } from './requires';

test('finds every way of asking for a module', () => {
  const code = `
    const a = require('n8n-workflow'); const { b } = require("node:crypto");
    const c = __require('left-pad'); const d = require.resolve('./other');
    import('lodash').then(() => {}); require('pre' + 'fix');
    // require('in-a-comment')
    const text = "require('in-a-text')";
  `;
  expect(requiredBy(code)).toEqual([
    './other',
    '<computed>',
    'left-pad',
    'lodash',
    'n8n-workflow',
    'node:crypto',
  ]);
  expect(missingIn(code, 'n8n-workflow')).toEqual(['./other', '<computed>', 'left-pad', 'lodash']);
});
