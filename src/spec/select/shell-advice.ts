const CMD = "Write the pattern in double quotes: cmd.exe on Windows does not remove single quotes.";
const GIT_BASH =
  "Git Bash turned the pattern into a path. Prefix the command with MSYS_NO_PATHCONV=1, or use another shell.";

/** What to do about a selection pattern that a Windows shell has changed; undefined for other patterns. */
export function shellAdvice(pattern: string): string | undefined {
  if (/^'|'$/.test(pattern)) return CMD;
  return /^[a-z]+[:;][a-z]:[\\/]/i.test(pattern) ? GIT_BASH : undefined;
}
