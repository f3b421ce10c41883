/** A number with its digits as the file writes them. */
export class Written {
  readonly value: number;
  readonly text: string;
  constructor(value: number, text: string) {
    this.value = value;
    this.text = text;
  }
}

/** A value of a parsed file: anything. */
export type Json = unknown;

/**
 * Parses JSON with every number as {@link Written}. Python writes `NaN` and `Infinity`, which are no JSON: they are
 * read as nothing. Undefined for what is no JSON at all.
 */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    const tame = text.replace(/"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g, (part) =>
      part.startsWith('"') ? part : 'null',
    );
    try {
      return JSON.parse(tame, keepDigits);
    } catch {
      return undefined;
    }
  }
}

/** The third argument is newer than TypeScript's types and than some browsers: without it the shortest digits do. */
function keepDigits(this: unknown, _key: string, value: unknown, ...rest: unknown[]): unknown {
  if (typeof value !== 'number') return value;
  const [context] = rest as [{ source?: string }?];
  return new Written(value, context?.source ?? String(value));
}

const isRecord = (json: Json): json is Record<string, Json> =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !(json instanceof Written);

/** The value below a path; undefined as soon as something on it is not there. */
export function look(json: Json, ...path: (string | number)[]): Json {
  let at: Json = json;
  for (const key of path) {
    if (Array.isArray(at) && typeof key === 'number') at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, key)) at = at[key];
    else return undefined;
  }
  return at;
}

export const textAt = (json: Json, ...path: (string | number)[]): string | undefined => {
  const found = look(json, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
};

export const numberAt = (json: Json, ...path: (string | number)[]): Written | undefined => {
  const found = look(json, ...path);
  return found instanceof Written ? found : undefined;
};

/** A text or the digits of a number: versions and times are written as either. */
export const wordAt = (json: Json, ...path: (string | number)[]): string | undefined =>
  textAt(json, ...path) ?? numberAt(json, ...path)?.text;

/** The entries of an object in the file's order; none for anything else. */
export function entriesAt(json: Json, ...path: (string | number)[]): [string, Json][] {
  const found = look(json, ...path);
  return isRecord(found) ? Object.entries(found) : [];
}

/** The items of a list; none for anything else. */
export function itemsAt(json: Json, ...path: (string | number)[]): Json[] {
  const found = look(json, ...path);
  return Array.isArray(found) ? found : [];
}

/** A part of the file as it might stand there, on one line. */
export const asText = (json: Json): string =>
  JSON.stringify(json, (_key, value: unknown) => (value instanceof Written ? value.value : value)) ?? '';
