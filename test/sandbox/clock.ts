/** Taken once: a test that fakes `Date` for its own purposes must not stop the sandbox's clock. */
export const now = Date.now;
