/** A valid string of each format. */
export const FORMATS: Record<string, string> = {
  date: "2026-01-02",
  "date-time": "2026-01-02T03:04:05Z",
  uuid: "123e4567-e89b-12d3-a456-426614174000",
  email: "ann@example.com",
  uri: "https://example.com/a?b=c",
};
