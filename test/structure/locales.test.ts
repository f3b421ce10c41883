import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { root, sourceFiles } from './imports.ts';

type Catalogue = Record<string, { message: string }>;
const catalogues: Record<string, Catalogue> = { en, zh_CN: zh };

const keys = Object.keys(en);
const keysOf = (catalogue: Catalogue) => Object.keys(catalogue).sort();
const text = (catalogue: Catalogue, key: string) => catalogue[key]?.message ?? '';
const placeholders = (message: string) => [...new Set(message.match(/\$\d/g))].sort();
const base = (key: string) => key.replace(/_(one|other)$/, '');
const bases = new Set(keys.map(base));

const dataFiles = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => join('lib', file));
const code = [...sourceFiles(['entrypoints', 'components', 'lib']), 'wxt.config.ts', ...dataFiles].map(
  (file) => [file, readFileSync(join(root, file), 'utf8')] as const,
);
const allCode = code.map(([, source]) => source).join('\n');

describe('the two catalogues', () => {
  it('hold the same keys', () => expect(keysOf(zh)).toEqual(keysOf(en)));

  it('have the same placeholders in the same texts, counted from $1', () => {
    for (const key of keys) {
      const numbers = placeholders(text(en, key));
      expect(placeholders(text(zh, key)), key).toEqual(numbers);
      expect(numbers, `${key} skips a number`).toEqual(numbers.map((_, index) => `$${index + 1}`));
    }
  });

  it('use "$" for placeholders only: the browser reads "$name$" and "$$" otherwise', () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      for (const key of keys) {
        expect(text(catalogue, key).replace(/\$[1-9](?!\d)/g, ''), `${language} ${key}`).not.toContain('$');
      }
    }
  });

  it('hold plural forms in pairs, and no plain text beside them', () => {
    for (const key of keys.filter((one) => base(one) !== one)) {
      expect(keys, key).toContain(`${base(key)}_one`);
      expect(keys, key).toContain(`${base(key)}_other`);
      expect(keys, `${base(key)} is plural and plain`).not.toContain(base(key));
    }
  });

  it('have the same placeholders in both forms of a plural', () => {
    for (const key of keys.filter((one) => one.endsWith('_one'))) {
      expect(placeholders(text(en, key)), key).toEqual(placeholders(text(en, `${base(key)}_other`)));
    }
  });

  it('hold no empty and no untidy text', () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      for (const key of keys) {
        const message = text(catalogue, key);
        expect(message, `${language} ${key}`).toMatch(/\S/);
        expect(message, `${language} ${key}`).toBe(message.trim().replace(/ {2,}/g, ' '));
      }
    }
  });
});

describe('keys and code', () => {
  /** What a template literal can become: `gap${…}` and `panelLoader${…}Note` count for every key of that shape. */
  const templates = [...allCode.matchAll(/`([a-z]\w{2,})\$\{[^`{}]*\}(\w*)`/g)].map(
    ([, start, end]) => new RegExp(`^${start}\\w+${end}$`),
  );
  const isUsed = (key: string) =>
    new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`).test(allCode) || templates.some((shape) => shape.test(key));

  it('every text is used somewhere', () => {
    expect([...bases].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('every key in the code has its text', () => {
    const asked = code.flatMap(([file, source]) =>
      [...source.matchAll(/\bsay\(\s*'(\w+)'|\bkey: '([a-z]\w*)'|__MSG_(\w+)__/g)].map(
        ([, said, message, manifest]) => [file, said ?? message ?? manifest ?? ''] as const,
      ),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(([, key]) => !bases.has(key))).toEqual([]);
  });
});

describe('the words', () => {
  /** The texts of a language in which this is found; what stands in backticks is quoted code and does not count. */
  const found = (catalogue: Catalogue, pattern: RegExp) =>
    keys
      .filter((key) => pattern.test(text(catalogue, key).replace(/`[^`]*`/g, '')))
      .map((key) => `${key}: ${text(catalogue, key)}`);

  it('never accuse: a verdict is a hint', () => {
    expect(found(en, /\b(wrong|fake|fraud|cheat|dishonest|liar)/i)).toEqual([]);
    expect(found(zh, /作弊|造假|伪造|虚假|欺骗|骗/)).toEqual([]);
  });

  it('stay calm: no exclamation marks', () => {
    expect([...found(en, /!/), ...found(zh, /[!！]/)]).toEqual([]);
  });

  it('English has typographic quotes and apostrophes, no double hyphen', () => {
    expect(found(en, /\w'\w|"|\w--\w/)).toEqual([]);
  });

  it('Chinese has Chinese punctuation beside Chinese characters', () => {
    expect(found(zh, /\p{Script=Han}\s?[,;:?()"']|[,;:?("']\s?\p{Script=Han}/u)).toEqual([]);
  });

  it('Chinese is translated: only names and formats are the same in both', () => {
    const same = keys.filter((key) => text(en, key) === text(zh, key) && /[a-z]{3,} [a-z]{3,}/.test(text(en, key)));
    expect(same).toEqual([]);
  });

  it('Chinese uses one word for one thing', () => {
    // 得分 a score, 拉取请求 a pull request, 基准 a benchmark, 数据集 a dataset, 标度 a scale, 您 the reader.
    expect(found(zh, /分数|评分|合并请求|基准测试|资料集|量纲|你/)).toEqual([]);
  });
});
