import { errorCode } from "../../../files/index.js";

/** The reason why a URL could not be fetched, and the help, if it is more than to open the URL in a browser. */
interface NetworkReason {
  /** Completes the sentence "… could not be fetched: ". */
  why: string;
  help?: string | undefined;
}

/** @param timeoutMs how long a `TimeoutError` waited */
export function networkReason(error: unknown, timeoutMs: number): NetworkReason {
  if (!(error instanceof Error)) return { why: "the network failed" };
  if (error.name === "TimeoutError") {
    return { why: `it took longer than ${timeoutMs / 1000} seconds`, help: proxyHelp() };
  }
  const code = errorCode(error.cause instanceof Error ? error.cause : error);
  if (code === undefined) return { why: "the network failed" };
  const untrusted = UNTRUSTED[code];
  if (untrusted) return { why: `${untrusted} (${code})`, help: CERTIFICATE_HELP };
  const unreached = UNREACHED[code];
  return unreached ? { why: unreached, help: proxyHelp() } : { why: REASONS[code] ?? code };
}

const UNREACHED: Record<string, string> = {
  ENOTFOUND: "its host does not exist",
  EAI_AGAIN: "its host could not be looked up",
  ETIMEDOUT: "its host does not respond",
  EHOSTUNREACH: "its host cannot be reached",
  ENETUNREACH: "its host cannot be reached",
};

const ISSUER = "its certificate is not from an authority that Node trusts";

const UNTRUSTED: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: ISSUER,
  SELF_SIGNED_CERT_IN_CHAIN: ISSUER,
  UNABLE_TO_GET_ISSUER_CERT: ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ISSUER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ISSUER,
};

const CERTIFICATE_HELP =
  "If your company or network issued the certificate, set NODE_EXTRA_CA_CERTS to the file with the certificate of its authority. Or download the spec, and give the file's path.";

const REASONS: Record<string, string> = {
  ECONNREFUSED: "its host refuses connections",
  ECONNRESET: "the connection was cut",
  PRIVATE_ADDRESS: "its host is a private address, but the spec comes from a public one",
  CONTENT_ENCODING: "the server used an encoding that was not requested",
  Z_DATA_ERROR: "its content does not match its Content-Encoding",
  Z_BUF_ERROR: "its content does not match its Content-Encoding",
  HPE_HEADER_OVERFLOW: "its headers are too large",
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
  ERR_SSL_WRONG_VERSION_NUMBER: "its host does not speak https at this port",
};

/** Returns the help about proxies: Node ignores the proxies of the environment unless it is told to use them. */
function proxyHelp(): string | undefined {
  const { env } = process;
  const name = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].find((one) => env[one]);
  if (name === undefined || env.NODE_USE_ENV_PROXY === "1") return undefined;
  return `${name} is set, but Node uses it only with NODE_USE_ENV_PROXY=1, from Node 22.21 and 24.5 on. Or download the spec, and give the file's path.`;
}
