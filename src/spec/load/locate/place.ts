/** A value of a parsed document, located in its text. */
export interface Place {
  /** The offset of the member's key, of the array's item, or of the document. */
  offset: number;
  /**
   * Returns the place of the member or item under this key or index; undefined if the value has none, or if it was
   * written elsewhere (YAML aliases and merge keys).
   */
  member(token: string): Place | undefined;
}
