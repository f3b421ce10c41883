import { Composer, type Document, Lexer, LineCounter, type ParsedNode, Parser, Schema, type YAMLError } from 'yaml';

/** Something that keeps a text from being YAML, or from being read in full. */
export interface YamlProblem {
  /** A code of the `yaml` library, or one of ours: `TOO_DEEP`, `TOO_MANY_DOCUMENTS`, `UNREADABLE`. */
  code: string;
  /** Offset into the text. */
  offset: number;
}

/** A text read as YAML. */
export interface YamlText {
  text: string;
  documents: Document.Parsed[];
  problems: YamlProblem[];
  /** How many aliases (`*name`) the text uses. */
  aliases: number;
  /** 1-based line of an offset. */
  lineAt(offset: number): number;
}

/** Deeper than any results file needs, shallower than any call stack: the composer is recursive. */
const MAX_DEPTH = 48;
const MAX_DOCUMENTS = 16;
/** Lexemes between two pauses; about a millisecond. */
const SLICE = 400;

// One schema for all texts: core (YAML 1.2), so that dates and `yes` stay texts, and no tags but its own.
const schema = new Schema({ schema: 'core', resolveKnownTags: false, merge: false });

/**
 * Reads a text as YAML 1.2, never throws, and pauses (`yield`) about every millisecond while it goes through the text.
 * The nesting is measured while the text is cut into tokens, before anything recursive touches it. Keys are not checked
 * for uniqueness: the library compares each with each, which takes seconds for a hostile file.
 */
export function* readYaml(text: string, firstLine = 1): Generator<undefined, YamlText> {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({ schema, uniqueKeys: false, prettyErrors: false, logLevel: 'silent', version: '1.2' });
  const documents: Document.Parsed[] = [];
  const problems: YamlProblem[] = [];
  let aliases = 0;
  const read = (): YamlText => ({
    text,
    documents,
    problems,
    aliases,
    lineAt: (offset) => lines.linePos(offset).line + firstLine - 1,
  });
  const keep = (document: Document.Parsed<ParsedNode, true>) => {
    documents.push(document);
    const bad: YAMLError[] = [
      ...document.errors,
      ...document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED'),
    ];
    problems.push(...bad.map(({ code, pos }) => ({ code, offset: pos[0] })));
  };
  lines.addNewLine(0);
  try {
    let count = 0;
    for (const lexeme of new Lexer().lex(text)) {
      if (lexeme.startsWith('*')) aliases++;
      if (++count % SLICE === 0) yield;
      for (const token of parser.next(lexeme)) for (const document of composer.next(token)) keep(document);
      if (parser.stack.length > MAX_DEPTH) return stop('TOO_DEEP');
      if (documents.length > MAX_DOCUMENTS) return stop('TOO_MANY_DOCUMENTS');
    }
    for (const token of parser.end()) for (const document of composer.next(token)) keep(document);
    for (const document of composer.end(true, text.length)) keep(document);
  } catch {
    // A text that trips the library itself is as unreadable as one that it refuses.
    return stop('UNREADABLE');
  }
  problems.sort((a, b) => a.offset - b.offset);
  return read();

  function stop(code: string): YamlText {
    problems.unshift({ code, offset: Math.min(parser.offset, text.length) });
    return read();
  }
}
