import { evalYamlOf, type ParsedEvalYaml } from '../../evals/eval-yaml.ts';
import { run } from '../../evals/in-slices.ts';
import { readYaml, type YamlText } from '../../evals/read-yaml.ts';
import { SPEC_PATH, specFile } from './ground-checks.ts';

/** A drafted `eval.yaml`, read. */
export interface SpecRead extends ParsedEvalYaml {
  /** The text as it is sent, with its documents and lines. */
  yaml: YamlText;
}

/** Characters that a draft keeps; real files have some hundred. A longer text is not read. */
export const LONGEST_SPEC = 64 * 1024;

let last: { typed: string; read: SpecRead } | undefined;

/** Reads a drafted `eval.yaml`; the last one is remembered, since checks, words and preview all ask for the same. */
export function readSpec(typed: string): SpecRead {
  if (last?.typed !== typed) {
    const text = typed.length > LONGEST_SPEC ? '' : specFile(typed);
    const yaml = run(readYaml(text.replace(/^\uFEFF/, '')));
    last = { typed, read: { ...evalYamlOf(yaml, { path: SPEC_PATH, loader: 'main-files' }), yaml } };
  }
  return last.read;
}
