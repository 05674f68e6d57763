/** The characters of a script that names keep, as ranges for a character class. */
export interface Script {
  /** ID_Start: characters that can begin a name. */
  letters: string;
  /** ID_Continue: marks, which follow a letter or another mark of the script. */
  marks?: string;
  /** ID_Continue: digits. */
  digits?: string;
}

/**
 * The scripts whose letters names keep: those that Unicode recommends for identifiers (UAX 31, table 5), except Latin,
 * which is spelled in ASCII. For each, the characters with which today's languages are written, within the Basic
 * Multilingual Plane, which ECMAScript 5 and every TypeScript accept.
 *
 * The characters are listed, and Unicode properties are not used, because these grow with the Unicode version of the
 * runtime; see docs/decisions/0019-names-in-any-script.md. The marks are those that distinguish words: vowel signs,
 * viramas, tones. Points that are usually omitted (Arabic, Hebrew) and accents are not included.
 */
export const SCRIPTS = {
  Arabic: {
    letters:
      "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u0674\u0679-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f",
    digits: "\u0660-\u0669\u06f0-\u06f9",
  },
  Armenian: { letters: "\u0531-\u0556\u0559\u0561-\u0586" },
  Bengali: {
    letters:
      "\u0985-\u098c\u098f\u0990\u0993-\u09a8\u09aa-\u09b0\u09b2\u09b6-\u09b9\u09bd\u09ce\u09e0\u09e1\u09f0\u09f1",
    marks: "\u0981-\u0983\u09bc\u09be-\u09c4\u09c7\u09c8\u09cb-\u09cd\u09d7\u09e2\u09e3",
    digits: "\u09e6-\u09ef",
  },
  Bopomofo: { letters: "\u3105-\u312d" },
  Cyrillic: { letters: "\u0400-\u0481\u048a-\u0527" },
  Devanagari: {
    letters: "\u0904-\u0939\u093d\u0950\u0960\u0961\u0971-\u0977\u0979-\u097f",
    marks: "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0955-\u0957\u0962\u0963",
    digits: "\u0966-\u096f",
  },
  Ethiopic: {
    letters:
      "\u1200-\u1248\u124a-\u124d\u1250-\u1256\u1258\u125a-\u125d\u1260-\u1288\u128a-\u128d\u1290-\u12b0\u12b2-\u12b5\u12b8-\u12be\u12c0\u12c2-\u12c5\u12c8-\u12d6\u12d8-\u1310\u1312-\u1315\u1318-\u135a",
  },
  Georgian: { letters: "\u10d0-\u10fa" },
  Greek: { letters: "\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce" },
  Gujarati: {
    letters: "\u0a85-\u0a8d\u0a8f-\u0a91\u0a93-\u0aa8\u0aaa-\u0ab0\u0ab2\u0ab3\u0ab5-\u0ab9\u0abd\u0ad0\u0ae0\u0ae1",
    marks: "\u0a81-\u0a83\u0abc\u0abe-\u0ac5\u0ac7-\u0ac9\u0acb-\u0acd\u0ae2\u0ae3",
    digits: "\u0ae6-\u0aef",
  },
  Gurmukhi: {
    letters: "\u0a05-\u0a0a\u0a0f\u0a10\u0a13-\u0a28\u0a2a-\u0a30\u0a32\u0a35\u0a38\u0a39\u0a5c\u0a72-\u0a74",
    marks: "\u0a01-\u0a03\u0a3c\u0a3e-\u0a42\u0a47\u0a48\u0a4b-\u0a4d\u0a51\u0a70\u0a71\u0a75",
    digits: "\u0a66-\u0a6f",
  },
  Han: { letters: "\u3005-\u3007\u3021-\u3029\u303b\u3400-\u4db5\u4e00-\u9fcc" },
  Hangul: { letters: "\uac00-\ud7a3" },
  Hebrew: { letters: "\u05d0-\u05ea" },
  Hiragana: { letters: "\u3041-\u3096\u309d\u309e" },
  Kannada: {
    letters: "\u0c85-\u0c8c\u0c8e-\u0c90\u0c92-\u0ca8\u0caa-\u0cb3\u0cb5-\u0cb9\u0cbd\u0cde\u0ce0\u0ce1\u0cf1\u0cf2",
    marks: "\u0c82\u0c83\u0cbc\u0cbe-\u0cc4\u0cc6-\u0cc8\u0cca-\u0ccd\u0cd5\u0cd6\u0ce2\u0ce3",
    digits: "\u0ce6-\u0cef",
  },
  Katakana: { letters: "\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff" },
  Khmer: { letters: "\u1780-\u17b3\u17d7\u17dc", marks: "\u17b6-\u17d3\u17dd", digits: "\u17e0-\u17e9" },
  Lao: {
    letters:
      "\u0e81\u0e82\u0e84\u0e87\u0e88\u0e8a\u0e8d\u0e94-\u0e97\u0e99-\u0e9f\u0ea1-\u0ea3\u0ea5\u0ea7\u0eaa\u0eab\u0ead-\u0eb0\u0eb2\u0eb3\u0ebd\u0ec0-\u0ec4\u0ec6\u0ede\u0edf",
    marks: "\u0eb1\u0eb4-\u0eb9\u0ebb\u0ebc\u0ec8-\u0ecd",
    digits: "\u0ed0-\u0ed9",
  },
  Malayalam: {
    letters: "\u0d05-\u0d0c\u0d0e-\u0d10\u0d12-\u0d3a\u0d3d\u0d4e\u0d60\u0d61\u0d7a-\u0d7f",
    marks: "\u0d02\u0d03\u0d3e-\u0d44\u0d46-\u0d48\u0d4a-\u0d4d\u0d57\u0d62\u0d63",
    digits: "\u0d66-\u0d6f",
  },
  Myanmar: {
    letters: "\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e",
    marks:
      "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d",
    digits: "\u1040-\u1049\u1090-\u1099",
  },
  Oriya: {
    letters: "\u0b05-\u0b0c\u0b0f\u0b10\u0b13-\u0b28\u0b2a-\u0b30\u0b32\u0b33\u0b35-\u0b39\u0b3d\u0b5f-\u0b61\u0b71",
    marks: "\u0b01-\u0b03\u0b3c\u0b3e-\u0b44\u0b47\u0b48\u0b4b-\u0b4d\u0b56\u0b57\u0b62\u0b63",
    digits: "\u0b66-\u0b6f",
  },
  Sinhala: {
    letters: "\u0d85-\u0d96\u0d9a-\u0db1\u0db3-\u0dbb\u0dbd\u0dc0-\u0dc6",
    marks: "\u0d82\u0d83\u0dca\u0dcf-\u0dd4\u0dd6\u0dd8-\u0ddf\u0df2\u0df3",
  },
  Tamil: {
    letters:
      "\u0b83\u0b85-\u0b8a\u0b8e-\u0b90\u0b92-\u0b95\u0b99\u0b9a\u0b9c\u0b9e\u0b9f\u0ba3\u0ba4\u0ba8-\u0baa\u0bae-\u0bb9\u0bd0",
    marks: "\u0b82\u0bbe-\u0bc2\u0bc6-\u0bc8\u0bca-\u0bcd\u0bd7",
    digits: "\u0be6-\u0bef",
  },
  Telugu: {
    letters: "\u0c05-\u0c0c\u0c0e-\u0c10\u0c12-\u0c28\u0c2a-\u0c33\u0c35-\u0c39\u0c3d\u0c58\u0c59\u0c60\u0c61",
    marks: "\u0c01-\u0c03\u0c3e-\u0c44\u0c46-\u0c48\u0c4a-\u0c4d\u0c55\u0c56\u0c62\u0c63",
    digits: "\u0c66-\u0c6f",
  },
  Thaana: { letters: "\u0780-\u07a5\u07b1", marks: "\u07a6-\u07b0" },
  Thai: {
    letters: "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46",
    marks: "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e",
    digits: "\u0e50-\u0e59",
  },
  Tibetan: {
    letters:
      "\u0f00\u0f40-\u0f42\u0f44-\u0f47\u0f49-\u0f4c\u0f4e-\u0f51\u0f53-\u0f56\u0f58-\u0f5b\u0f5d-\u0f68\u0f6a-\u0f6c\u0f88-\u0f8c",
    marks:
      "\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71\u0f72\u0f74\u0f7a-\u0f80\u0f82-\u0f84\u0f86\u0f87\u0f8d-\u0f92\u0f94-\u0f97\u0f99-\u0f9c\u0f9e-\u0fa1\u0fa3-\u0fa6\u0fa8-\u0fab\u0fad-\u0fb8\u0fba-\u0fbc\u0fc6",
    digits: "\u0f20-\u0f29",
  },
} as const satisfies Record<string, Script>;
