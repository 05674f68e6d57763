/** A value of a parsed document and where its text says so. */
export interface Place {
  /** Offset of the member's key, of the array's item, or of the document. */
  offset: number;
  /**
   * The place of what the value holds by this key or index; undefined where it holds no such thing that was written
   * here.
   */
  member(token: string): Place | undefined;
}
