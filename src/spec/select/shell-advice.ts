const CMD = "Write the pattern in double quotes: cmd.exe of Windows leaves single ones in it.";
const GIT_BASH =
  "Git Bash made a path of the pattern. Run the command with MSYS_NO_PATHCONV=1 before it, or in another shell.";

/** What to do about a selection pattern that a shell of Windows did not hand over as it was written; undefined for others. */
export function shellAdvice(pattern: string): string | undefined {
  if (/^'|'$/.test(pattern)) return CMD;
  return /^[a-z]+[:;][a-z]:[\\/]/i.test(pattern) ? GIT_BASH : undefined;
}
