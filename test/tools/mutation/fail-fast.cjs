/** Jest's environment for mutation testing: the first red test tells all, so those behind it are skipped. */
const { TestEnvironment } = require('jest-environment-node');

module.exports = class FailFast extends TestEnvironment {
  failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure' || name === 'hook_failure') this.failed = true;
    if (name === 'test_start' && this.failed) test.mode = 'skip';
  }
};
