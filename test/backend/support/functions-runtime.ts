/** Functions of a project in a runtime that Base44 runs them in. */
export interface FunctionsRuntime {
  /** Hands a request to a function. */
  fetch(name: string, request: { headers: Record<string, string>; body: Buffer; method: string }): Promise<Response>;
  stop(): Promise<void>;
}

/** Which functions of a project to start. */
export interface FunctionsOptions {
  /** The project's folder. */
  folder: string;
  names: readonly string[];
  /** The app's secrets by name. */
  secrets?: Record<string, string>;
}
