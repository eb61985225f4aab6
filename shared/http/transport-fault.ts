/**
 * Error codes of Node's DNS, connect and TLS layers that appear only before the first byte of a request is
 * sent (nodejs.org/api/errors.html, nodejs.org/api/tls.html#x509-certificate-error-codes). Codes that can also
 * come later (ECONNRESET, EPIPE, ETIMEDOUT, EHOSTUNREACH, EPROTO) are absent on purpose: they prove nothing.
 */
const nothingLeft = new Map<string, string>([
  ['ENOTFOUND', 'the address is unknown'],
  ['EAI_AGAIN', 'the name server did not answer'],
  ['ECONNREFUSED', 'nothing answers at this address'],
  ['CERT_HAS_EXPIRED', 'the server’s certificate has expired'],
  ['CERT_NOT_YET_VALID', 'the server’s certificate is not valid yet'],
  ['CERT_REVOKED', 'the server’s certificate was revoked'],
  ['CERT_UNTRUSTED', 'the server’s certificate is not trusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the server’s certificate is self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'the server’s certificate is self-signed'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'the server’s certificate is not trusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'the server’s certificate is not trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the server’s certificate is not trusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'the server’s certificate belongs to another name'],
]);

/**
 * Why a request certainly never left, in words, or `null` where that cannot be told. Looks through wrapped
 * errors, since each platform's client wraps the socket's error in its own: the first code of a socket counts,
 * not one of a client (`ERR_BAD_REQUEST`).
 */
export function whyNothingLeft(error: unknown): string | null {
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const code = 'code' in current ? current.code : undefined;
    const why = typeof code === 'string' ? nothingLeft.get(code) : undefined;
    if (why !== undefined) return why;
    if (typeof code === 'string' && !code.startsWith('ERR_')) return null;
    current = 'cause' in current ? current.cause : undefined;
  }
  return null;
}
