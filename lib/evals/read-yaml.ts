import { Composer, type Document, Lexer, LineCounter, Parser, Schema } from 'yaml';

/** Something that keeps a text from being YAML, or from being read in full. */
export interface YamlProblem {
  /** A code of the `yaml` library, or one of ours: `TOO_DEEP`, `TOO_MANY_PARTS`, `TOO_MANY_DOCUMENTS`, `UNREADABLE`. */
  code: string;
  /** Offset into the text. */
  offset: number;
}

/** A text read as YAML. */
export interface YamlText {
  text: string;
  documents: Document.Parsed[];
  /** By offset. */
  problems: YamlProblem[];
  /** How many aliases (`*name`) the text uses. */
  aliases: number;
  /** 1-based line of an offset. */
  lineAt(offset: number): number;
}

/** Deeper than any results file needs, shallower than any call stack: the composer is recursive. */
const MAX_DEPTH = 48;
const MAX_DOCUMENTS = 16;
/** What 256 KiB of the densest honest JSON come to. The composer cannot pause, so what it gets must be bounded. */
const MAX_PARTS = 120_000;
/** A hundred times what an entry with every field comes to. */
export const MAX_ITEM_PARTS = 5000;
/** Lexemes between two pauses; about a millisecond. */
const SLICE = 400;

// One schema for all texts: core (YAML 1.2), so that dates and `yes` stay texts, and no tags but its own.
const schema = new Schema({ schema: 'core', resolveKnownTags: false, merge: false });

/**
 * Reads a text as YAML 1.2, never throws, and pauses (`yield`) about every millisecond while it goes through the text.
 * Nesting and number of parts are measured while the text is cut into tokens, before anything recursive touches it.
 * Keys are not checked for uniqueness: the library compares each with each, which takes seconds for a hostile file.
 */
export function* readYaml(text: string, firstLine = 1, maxParts = MAX_PARTS): Generator<undefined, YamlText> {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({ schema, uniqueKeys: false, prettyErrors: false, logLevel: 'silent', version: '1.2' });
  // What is missing at the end is missing on the last line with anything on it.
  const end = text.trimEnd().length;
  const documents: Document.Parsed[] = [];
  const problems: YamlProblem[] = [];
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const yaml: YamlText = { text, documents, problems, aliases: 0, lineAt };
  const keep = (document: Document.Parsed) => {
    documents.push(document);
    const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
    for (const { code, pos } of [...document.errors, ...tags]) problems.push({ code, offset: Math.min(pos[0], end) });
  };
  lines.addNewLine(0);
  try {
    let parts = 0;
    let lexemes = 0;
    for (const lexeme of new Lexer().lex(text)) {
      if (lexeme.startsWith('*')) yaml.aliases++;
      // Blank space and comments cost next to nothing, and any number of them is honest.
      if (!/^[\s#]/.test(lexeme)) parts++;
      if (++lexemes % SLICE === 0) yield;
      for (const token of parser.next(lexeme)) withoutStackTraces(() => composer.next(token)).forEach(keep);
      const tooMuch =
        (parser.stack.length > MAX_DEPTH && 'TOO_DEEP') ||
        (parts > maxParts && 'TOO_MANY_PARTS') ||
        (documents.length > MAX_DOCUMENTS && 'TOO_MANY_DOCUMENTS');
      if (tooMuch) return stopped(yaml, tooMuch, parser.offset);
    }
    for (const token of parser.end()) withoutStackTraces(() => composer.next(token)).forEach(keep);
    withoutStackTraces(() => composer.end(true, text.length)).forEach(keep);
  } catch {
    // A text that trips the library itself is as unreadable as one that it refuses.
    return stopped(yaml, 'UNREADABLE', parser.offset);
  }
  problems.sort((a, b) => a.offset - b.offset);
  return yaml;
}

function stopped(yaml: YamlText, code: string, offset: number): YamlText {
  return { ...yaml, problems: [{ code, offset: Math.min(offset, yaml.text.trimEnd().length) }] };
}

/**
 * The library makes an Error of every fault, and V8 would walk the stack for each, which takes seconds for a hostile
 * file. Nobody reads those stacks.
 */
function withoutStackTraces<T>(compose: () => Iterable<T>): T[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return [...compose()];
  } finally {
    Error.stackTraceLimit = limit;
  }
}
