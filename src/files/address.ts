/** True if the location of a document is a URL of any kind instead of a path. A drive of Windows has one letter. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(text);
}

/** True for a location that is not a file: a URL, or in angle brackets something without a path (`<stdin>`). */
export function isNoFile(text: string): boolean {
  return isAddress(text) || text.startsWith("<");
}

/** True for a URL of https or http. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** True for the URI of a file on this machine. One with a host (`file://host/x`) is not. */
export function isLocalFile(uri: string): boolean {
  return /^file:\/\/\//i.test(uri);
}

/** True for a URL of plain http. */
export function isPlainHttp(url: string): boolean {
  return /^http:/i.test(url);
}

/** True for a URL whose requests can be intercepted: plain http to another machine. */
export function isReadable(url: string): boolean {
  return isPlainHttp(url) && !/^(.+\.)?localhost$|^127\.|^\[::1\]$/.test(new URL(url).hostname);
}
