import http from 'node:http';
import https from 'node:https';

/**
 * Zapier's core replaces `request` in Node's own modules, for the whole process, with one that loses the body in
 * the three-argument form. Jest may run the next test file in the same process, so each file gives it back.
 */
const modules = [http, https] as Array<{ request: unknown; patchedByZapier?: boolean }>;
const originals = modules.map(({ request }) => request);

afterAll(() => {
  for (const [index, module] of modules.entries()) {
    if (module.patchedByZapier !== true) continue;
    module.request = originals[index];
    delete module.patchedByZapier;
  }
});
