/** Whether a string is valid as an API's name, which is also the slug of an integration. */
export function isApiName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name);
}
