import fc from "fast-check";
import ts from "typescript";
import ts58 from "typescript-5.8";
import { describe, expect, it } from "vitest";
import { inNormalForm, isIdentifier, startsIdentifier } from "../../src/identifiers/index.js";
import { inAsciiLatin } from "../../src/identifiers/latin.js";
import { SCRIPTS, type Script } from "../../src/identifiers/scripts.js";
import { camelCase, pascalCase, upperFirst, words } from "../../src/ir/names/words.js";

/** What scripts share, so that Unicode has it as nobody's: the long sound of kana, a Japanese letter, Arabic digits. */
const SHARED = "ー〆٠١٢٣٤٥٦٧٨٩";

function charactersOf(ranges = ""): string[] {
  const ofClass = new RegExp(`[${ranges || "^\\s\\S"}]`);
  return Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((one) => ofClass.test(one));
}

const scripts = Object.entries<Script>(SCRIPTS).map(([name, { letters, marks, digits }]) => {
  return { name, letters: charactersOf(letters), marks: charactersOf(marks), digits: charactersOf(digits) };
});
const letters = scripts.flatMap((script) => script.letters);
const all = scripts.flatMap((script) => [...script.letters, ...script.marks, ...script.digits]);

describe("the characters of scripts", () => {
  it.each(scripts)("of $name belong to it", ({ name, letters, marks, digits }) => {
    const ofScript = new RegExp(`^[\\p{Script=${name}}${SHARED}]$`, "u");
    expect([...letters, ...marks, ...digits].filter((one) => !ofScript.test(one))).toEqual([]);
    expect(letters.filter((one) => !/[\p{L}\p{Nl}]/u.test(one) || !/\p{ID_Start}/u.test(one))).toEqual([]);
    expect(marks.filter((one) => !/[\p{Mn}\p{Mc}]/u.test(one) || !/\p{ID_Continue}/u.test(one))).toEqual([]);
    expect(digits.filter((one) => !/\p{Nd}/u.test(one) || !/\p{ID_Continue}/u.test(one))).toEqual([]);
  });

  it("each belong to one script, and none is invisible or a variant of another", () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((one) => /[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\p{Script=Latin}]/u.test(one))).toEqual([]);
    expect(all.filter((one) => inNormalForm(one) !== one)).toEqual([]);
  });

  it.each([
    ["5.8", ts58],
    [ts.version, ts],
  ])("are known to TypeScript %s, for every target", (_, { isIdentifierPart, isIdentifierStart, ScriptTarget }) => {
    for (const target of [ScriptTarget.ES5, ScriptTarget.ES2022]) {
      expect(letters.filter((one) => !isIdentifierStart(one.charCodeAt(0), target))).toEqual([]);
      expect(all.filter((one) => !isIdentifierPart(one.charCodeAt(0), target))).toEqual([]);
    }
  });

  it("include both cases of each letter", () => {
    const others = letters.flatMap((one) => [upperFirst(one), one.toLowerCase()]);
    expect(others.filter((one) => !isIdentifier(one))).toEqual([]);
  });

  it.each([
    [
      "Chinese",
      "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从",
    ],
    ["Japanese", "あいうえおがぎぐげござじずぜぞぱぴぷぺぽゃゅょっんアイウエオガギグゲゴパピプペポャュョッンヴー々〆"],
    ["Korean", "가나다라마바사아자차카타파하각힣"],
    ["Russian", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"],
    ["Ukrainian, Serbian and Kazakh", "ҐЄІЇґєіїЂЈЉЊЋЏђјљњћџӘҒҚҢӨҰҮҺәғқңөұүһ"],
    ["Greek", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωΆΈΉΊΌΎΏΪΫάέήίόύώϊϋΐΰ"],
    ["Arabic, Persian and Urdu", "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگکیٹڈڑںھےۓۂ٠١٢٣۴۵۶"],
    ["Hebrew", "אבגדהוזחטיכךלמםנןסעפףצץקרשת"],
    ["Hindi", "अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहका कि की कु कू कृ के कै को कौ कं कः कँ क् ०१२३४५६७८९"],
    ["Thai", "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ กะ กา กำ กิ กี กึ กื กุ กู เก แก โก ใก ไก ก็ ก่ ก้ ก๊ ก๋ ก์ ๐๑๒๓"],
    [
      "Bengali and Tamil",
      "অআইঈউঊঋএঐওঔকখগঘঙৎ কা কি কী কু কে কৈ কো কৌ ক্ அஆஇஈஉஊஎஏஐஒஓஔஃகஙச கா கி கீ கு கூ கெ கே கை கொ கோ கௌ க்",
    ],
  ])("are all that %s is written with", (_, text) => {
    expect(words(text).join("")).toBe(text.replaceAll(" ", ""));
  });
});

describe("words of any text", () => {
  const anyCharacter = fc.oneof(
    fc.constantFrom(...all),
    fc.constantFrom(...scripts.flatMap((script) => script.marks)),
    fc.constantFrom(
      ..."aZ1éßøĲİſﾞﾟｶ\u0300\u0301\u0306\u3099\u0653\u0654\u0e4d\u0e32\u1100\u1161\u11a8\u200c\u200d\u202e-_. '’𠮷",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  const anyText = fc.array(anyCharacter, { maxLength: 12 }).map((parts) => parts.join(""));

  it("form identifiers, in normal form", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const name of [camelCase(words(text)), pascalCase(words(text))]) {
          expect(name).toBe(inNormalForm(name));
          if (startsIdentifier(name)) expect([name, isIdentifier(name)]).toEqual([name, true]);
          else expect([name, isIdentifier(`_${name}`)]).toEqual([name, true]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it("are equal for texts with the same normal form", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"), (text, form) => {
        expect(words(text.normalize(form))).toEqual(words(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it("are ASCII if the text has no supported script", () => {
    const inAscii = (text: string) => inAsciiLatin(text.normalize("NFKD").replace(/\p{M}+/gu, ""));
    const split = (text: string) => text.replace(/['’]/g, "").split(/[^A-Za-z0-9]+/);
    const isKept = new RegExp(`[${Object.values<Script>(SCRIPTS).flatMap(Object.values).join("")}]`);
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!isKept.test(text.normalize("NFKC")) && !isKept.test(inAscii(text)));
        expect(words(text)).toEqual(split(inAscii(text)).filter((word) => word !== ""));
      }),
    );
  });
});
