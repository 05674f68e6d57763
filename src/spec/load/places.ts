/** A value of a parsed document and where its text says so. */
export interface Place {
  /** Offset of the member's key, of the array's item, or of the document. */
  offset: number;
  /** The places of what the value holds, by key or index; undefined where it holds nothing that was written here. */
  members(): ReadonlyMap<string, Place> | undefined;
}
