import { errorCode } from "./read.js";

const REASONS: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EIO: "the disk reports an error",
  EDQUOT: "the disk quota is used up",
  EBUSY: "another program holds it",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EXDEV: "it is on another file system",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "its folder does not exist",
  EEXIST: "a file is in the way",
  ENOTDIR: "a file is in the way",
  EISDIR: "a folder is in the way",
};

/** Describes why the operating system could not read or write a file, with its code: `the disk is full (ENOSPC)`. */
export function systemFault(error: unknown): string {
  const code = errorCode(error);
  const reason = code === undefined ? undefined : REASONS[code];
  return reason === undefined ? (code ?? "unknown error") : `${reason} (${code})`;
}
