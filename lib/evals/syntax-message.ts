import type { Message, MessageKey } from './message.ts';

// The codes are those of the `yaml` library (https://eemeli.org/yaml/#errors) and of read-yaml.ts.
const SENTENCES: Record<string, MessageKey> = {
  BAD_INDENT: 'findingSyntaxIndent',
  TAB_AS_INDENT: 'findingSyntaxTab',
  MISSING_CHAR: 'findingSyntaxMissing',
  BAD_DQ_ESCAPE: 'findingSyntaxEscape',
  BAD_SCALAR_START: 'findingSyntaxStart',
  BLOCK_AS_IMPLICIT_KEY: 'findingSyntaxColon',
  MULTILINE_IMPLICIT_KEY: 'findingSyntaxColon',
  BAD_ALIAS: 'findingSyntaxAlias',
  TAG_RESOLVE_FAILED: 'findingSyntaxTag',
};

/** The rule and the sentence for a problem that `readYaml` met. */
export function syntaxMessage(code: string): { rule: string; message: Message } {
  if (code === 'TOO_DEEP') return { rule: 'file/too-deep', message: { key: 'findingTooDeep' } };
  if (code === 'TOO_MANY_PARTS') return { rule: 'file/too-many-parts', message: { key: 'findingTooManyParts' } };
  if (code === 'TOO_MANY_DOCUMENTS')
    return { rule: 'yaml/multiple-documents', message: { key: 'findingMultipleDocuments' } };
  return { rule: 'yaml/syntax', message: { key: SENTENCES[code] ?? 'findingSyntax' } };
}
