/** Whether a string is valid as the name of one of the app's secrets. */
export function isSecretName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

/** The beginnings of secrets of well-known providers, and of values of the header Authorization. */
const KNOWN =
  /^(?:[sr]k_\w{3}|sk-[\w-]{16}|gh[oprsu]_|github_pat_|glpat-|xox|AKIA[0-9A-Z]{12}|AIza[\w-]{20}|SG\.|ya29\.|eyJ[\w-]{8})|^(?:Bearer|Basic|Token)\s+\S/;

/**
 * Whether a string looks like a secret rather than the name of one: it begins like a known secret, or has 32 or more
 * characters of which 20 or more in a row, without separators, are letters among digits, or it is entirely hexadecimal.
 * A name of words and numbers, such as `MY_LONG_SECRET_NAME_FOR_THE_CRM_2`, does not.
 */
export function looksLikeSecret(text: string): boolean {
  return KNOWN.test(text) || (text.length >= 32 && (isHexadecimal(text) || text.split(/[^A-Za-z0-9]+/).some(isRandom)));
}

/** Whether a run of letters and digits is random: words have digits only at the end, not in three groups. */
function isRandom(run: string): boolean {
  return run.length >= 20 && /[A-Za-z]/.test(run) && (run.match(/\d+/g) ?? []).length >= 3;
}

function isHexadecimal(text: string): boolean {
  return /^[0-9a-f]+$/i.test(text) && /\d/.test(text);
}
