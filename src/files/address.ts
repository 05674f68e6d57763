/**
 * True where a text that stands for a document is a URL of any kind, and no path; a drive of Windows has one letter.
 */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(text);
}

/** True where messages name no file: a URL, or in angle brackets what has no name of its own (`<stdin>`). */
export function isNoFile(text: string): boolean {
  return isAddress(text) || text.startsWith("<");
}

/** True for a URL of https or http. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** True for the URI of a file on this machine; one with a host (`file://host/x`) names none. */
export function isLocalFile(uri: string): boolean {
  return /^file:\/\/\//i.test(uri);
}

/** True for a URL of plain http. */
export function isPlainHttp(url: string): boolean {
  return /^http:/i.test(url);
}

/** True for a URL whose requests others on their way can read: of plain http, and not of the machine itself. */
export function isReadable(url: string): boolean {
  return isPlainHttp(url) && !/^(.+\.)?localhost$|^127\.|^\[::1\]$/.test(new URL(url).hostname);
}
